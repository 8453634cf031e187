/** Carries out what a decided request asks of a ledger, and reads back that it is so. */
@NullMarked
package org.innsyn.audit.tasks;

import org.jspecify.annotations.NullMarked;
