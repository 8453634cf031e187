package org.innsyn.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.innsyn.audit.breach.Breach;
import org.innsyn.audit.breach.BreachRecord;
import org.innsyn.audit.breach.Told;
import org.innsyn.schemas.oversight.BreachKind;
import org.jspecify.annotations.Nullable;

/**
 * A personal data breach on record (GDPR Art. 33(5)), as it stood when the report was made. What people wrote about it is left out: it may name somebody, and an
 * authority can ask for the record by its name here.
 *
 * @param breach names it in this report
 * @param byFinding whether a finding showed it
 * @param openedAt since when it is on record
 * @param awareAt when the company became aware of it
 * @param notifyBy until when the authority was to be told
 * @param happenedAt when it began, as far as it was said
 * @param kinds what was broken; empty until it was said
 * @param categories which data
 * @param people about how many people; absent until it was said
 * @param records about how many records
 * @param authority whether the authority was told; absent until it was decided
 * @param persons whether the people concerned were told
 * @param closedAt absent while it is being worked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreachLine(
        String breach, boolean byFinding, Instant openedAt, Instant awareAt, Instant notifyBy, @Nullable Instant happenedAt, List<BreachKind> kinds, List<String> categories,
        @Nullable Long people, @Nullable Long records, @Nullable Decision authority, @Nullable Decision persons, @Nullable Instant closedAt) {

    /**
     * @param told whether they were told
     * @param at when
     * @param late whether that was after the time the law gives
     * @param explained whether a reason is on record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(boolean told, @Nullable Instant at, boolean late, boolean explained) {

        static @Nullable Decision of(@Nullable Told told) {
            return told == null ? null : new Decision(told.told(), told.at(), told.late(), told.reason() != null);
        }
    }

    static BreachLine of(BreachRecord record, Pseudonyms names) {
        var opened = record.opened();
        var facts = record.facts();
        return new BreachLine(names.breach(record.id()), opened.finding() != null, opened.at(), opened.awareAt(), Breach.notifyBy(opened.awareAt()),
                facts == null ? null : facts.happenedAt(), facts == null ? List.of() : facts.kinds(), facts == null ? List.of() : facts.categories(),
                facts == null ? null : facts.people(), facts == null ? null : facts.records(), Decision.of(record.authority()), Decision.of(record.persons()), record.closedAt());
    }
}
