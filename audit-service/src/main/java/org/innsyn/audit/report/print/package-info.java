/** Prints a document of headings, text, figures and tables as PDF, with a title page, a table of contents and page numbers. */
@NullMarked
package org.innsyn.audit.report.print;

import org.jspecify.annotations.NullMarked;
