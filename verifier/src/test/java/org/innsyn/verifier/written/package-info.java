/** Writes logs, proofs and copies for the tests, from the format page alone and by the recursive definitions of RFC 6962: nothing here calls the verifier. */
package org.innsyn.verifier.written;
