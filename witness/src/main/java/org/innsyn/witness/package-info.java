/** A witness: cosigns a log's checkpoints as long as the log only grows, and remembers what it signed (C2SP {@code tlog-witness}). */
package org.innsyn.witness;
