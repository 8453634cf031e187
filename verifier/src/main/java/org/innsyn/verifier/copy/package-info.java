/** A customer's copy: a ZIP whose manifest gives the sums of its files, and whose proofs show the access log in full. */
package org.innsyn.verifier.copy;
