package org.innsyn.dsr.hold.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.hold.HoldId;
import org.innsyn.dsr.hold.HoldScope;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is listed.
 *
 * @param said names the latest reason in the vault
 * @param releasedAt null while it stands
 * @param onHold references of requests that wait for it
 * @param begun references of open requests whose erasure there has begun
 * @param version of the newest event, from 0
 */
public record HoldLine(
        HoldId hold, HoldScope scope, String ground, String owner, LocalDate reviewOn, UUID said, Instant placedAt, @Nullable Instant releasedAt,
        List<String> onHold, List<String> begun, long version) {}
