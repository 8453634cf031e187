/** Merkle trees as RFC 6962 hashes them: leaves, nodes, roots, and the proofs between them. */
package org.innsyn.verifier.tree;
