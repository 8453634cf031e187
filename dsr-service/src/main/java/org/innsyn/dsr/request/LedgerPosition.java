package org.innsyn.dsr.request;

import java.util.UUID;

/**
 * Where the person's access log stood when the controller decided: a copy holds entries 1 to {@code head}, neither more nor fewer.
 *
 * @param ledger the ledger's random id
 * @param head the number of its newest entry then
 */
public record LedgerPosition(UUID ledger, long head) {}
