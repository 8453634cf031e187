/** Sealing and committing that do nothing: only before the real classes on a benchmark's class path, and nothing in the house can switch to them. */
@NullMarked
package org.innsyn.platform.crypto;

import org.jspecify.annotations.NullMarked;
