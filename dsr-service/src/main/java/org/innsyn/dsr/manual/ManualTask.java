package org.innsyn.dsr.manual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do. No personal data.
 *
 * @param reference the request's
 * @param files how many were uploaded
 * @param doneAt when it was done; null while it is open
 * @param nothingThere whether nothing was found
 * @param affected what was done, counted
 */
public record ManualTask(
        UUID id, RequestId request, String reference, String system, Work work, Title instructions, LocalDate dueOn, int files, @Nullable Instant doneAt,
        boolean nothingThere, Map<String, Long> affected) {}
