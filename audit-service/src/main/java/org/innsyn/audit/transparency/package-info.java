/** The log of commitments that anybody can check: leaves in one dense order, tiles, signed checkpoints and proofs. */
@NullMarked
package org.innsyn.audit.transparency;

import org.jspecify.annotations.NullMarked;
