/** What must never be forgotten with the database: checkpoints, origins of the log, and erasures, in fsynced files beside it. */
@NullMarked
package org.innsyn.audit.journal;

import org.jspecify.annotations.NullMarked;
