/** Follows the ledgers, raises findings, keeps and shows them. */
@NullMarked
package org.innsyn.audit.oversight.store;

import org.jspecify.annotations.NullMarked;
