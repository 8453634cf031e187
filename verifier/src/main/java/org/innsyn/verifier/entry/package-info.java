/** Proofs that an access stands in the log, with some of its fields shown and the rest hidden. */
package org.innsyn.verifier.entry;
