/** Signed notes, the keys that verify them, and checkpoints, as C2SP {@code signed-note} and {@code tlog-checkpoint} define them. */
package org.innsyn.verifier.note;
