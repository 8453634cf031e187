package org.innsyn.dsr.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * By when an answer is owed, and why then.
 *
 * @param limit the last day of the legal limit, in the zone of the rule pack
 * @param target the earlier day the company aims for
 * @param rulePack which rules said so, by id and version ("gdpr-answer-no/1")
 * @param explanation how the limit comes about, in plain English with its sources; names no person
 * @param steps the same step by step; none for a deadline that was counted before steps were kept
 */
public record Deadline(
        LocalDate limit, LocalDate target, String rulePack, String explanation, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Step> steps) {

    public Deadline {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** Without steps. */
    public Deadline(LocalDate limit, LocalDate target, String rulePack, String explanation) {
        this(limit, target, rulePack, explanation, List.of());
    }

    /** Whether people would see another date. */
    public boolean sameDaysAs(Deadline other) {
        return limit.equals(other.limit) && target.equals(other.target);
    }
}
