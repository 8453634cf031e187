/** A supervisory authority's report: a bundle in which every leaf of the log in a period is shown, and every row is held against its leaf. */
package org.innsyn.verifier.report;
