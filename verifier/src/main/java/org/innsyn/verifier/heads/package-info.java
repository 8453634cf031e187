/** Trees of ledger heads: how many entries a person's log has, proved. */
package org.innsyn.verifier.heads;
