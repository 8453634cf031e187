/** Access control tables and staff directories as CSV (RFC 4180), read strictly and written so that no spreadsheet runs them. */
@NullMarked
package org.innsyn.audit.policy.csv;

import org.jspecify.annotations.NullMarked;
