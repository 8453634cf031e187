/** Links that fetch a copy once, for whoever wants it on another machine. */
@NullMarked
package org.innsyn.dsr.copylink;

import org.jspecify.annotations.NullMarked;
