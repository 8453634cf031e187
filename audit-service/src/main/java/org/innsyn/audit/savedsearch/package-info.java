/** Searches of the log that its overseers come back to, sealed, each for its own keeper. */
@NullMarked
package org.innsyn.audit.savedsearch;

import org.jspecify.annotations.NullMarked;
