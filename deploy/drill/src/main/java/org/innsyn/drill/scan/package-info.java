/** Searching the files of every engine and service, through their compression. */
@NullMarked
package org.innsyn.drill.scan;

import org.jspecify.annotations.NullMarked;
