/** Writes an access as the events it is reported by, in the published language. Not part of the API. */
@NullMarked
package org.innsyn.capture.event;

import org.jspecify.annotations.NullMarked;
