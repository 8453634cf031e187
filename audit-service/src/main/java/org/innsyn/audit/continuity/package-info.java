/** Knows what sources have not reported: numbers they skipped, and parts of large reads that never came. */
@NullMarked
package org.innsyn.audit.continuity;

import org.jspecify.annotations.NullMarked;
