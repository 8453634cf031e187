package org.innsyn.dsr.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.innsyn.dsr.request.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A task in the hands of a worker. No personal data.
 *
 * @param id names it for good
 * @param request for which request
 * @param kind what to do
 * @param system where, for those that concern one system
 * @param attempts how often it was tried before
 * @param createdAt since when there is something to do
 * @param claim shows that it is still this worker's
 */
record FulfilmentTask(
        UUID id, RequestId request, TaskKind kind, @Nullable String system, int attempts, Instant createdAt, UUID claim) {}
