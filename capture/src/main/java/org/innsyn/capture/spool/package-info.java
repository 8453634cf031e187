/** Keeps sealed events on disk from the moment they are captured until they are acknowledged. Not part of the API. */
@NullMarked
package org.innsyn.capture.spool;

import org.jspecify.annotations.NullMarked;
