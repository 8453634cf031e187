/** Keeps a store that was restored from a backup from serving until it is brought up to what its journal knows. */
@NullMarked
package org.innsyn.audit.recovery;

import org.jspecify.annotations.NullMarked;
