/** Audit reports: choosing what they list, watching them being made, fetching them. */
@NullMarked
package org.innsyn.ui.report;

import org.jspecify.annotations.NullMarked;
