/** Proofs that an entry stands in the log, to be checked without us. */
@NullMarked
package org.innsyn.schemas.proof;

import org.jspecify.annotations.NullMarked;
