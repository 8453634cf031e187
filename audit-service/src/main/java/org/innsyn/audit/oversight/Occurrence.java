package org.innsyn.audit.oversight;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry that a finding is about.
 *
 * @param entry the entry
 * @param ledger where it stands
 * @param occurredAt when the access happened
 */
public record Occurrence(UUID entry, UUID ledger, Instant occurredAt) {}
