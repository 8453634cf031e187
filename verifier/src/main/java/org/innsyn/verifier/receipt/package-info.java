/** Receipts: what a company says it did for somebody's request, under its signature. */
package org.innsyn.verifier.receipt;
