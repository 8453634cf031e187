package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By when an answer is owed (GDPR Art. 12(3); Regulation 1182/71).
 *
 * @param limit the last day of the legal limit, in the controller's time zone
 * @param target the earlier day the company aims for
 * @param explanation how the limit comes about, in plain words with its sources, in English
 * @param daysLeft days from today to the limit; negative when overdue
 * @param rulePack which rules said so, by id and version ("gdpr-answer-no/2")
 * @param steps the explanation step by step, for those who say it in another language
 * @param firstLimit the last day of the first month: by then a refusal, or the notice of an extension, is owed
 * @param extended whether the extension took effect
 * @param standsStillSince since when the clock stands still; null while it runs. The limit is then counted as if the answer came today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueDate(
        LocalDate limit,
        LocalDate target,
        String explanation,
        long daysLeft,
        @Nullable String rulePack,
        List<Step> steps,
        @Nullable LocalDate firstLimit,
        boolean extended,
        @Nullable Instant standsStillSince) {

    public DueDate {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** With nothing but the dates. */
    public DueDate(LocalDate limit, LocalDate target, String explanation, long daysLeft) {
        this(limit, target, explanation, daysLeft, null, List.of(), null, false, null);
    }

    /**
     * One step by which the limit comes about.
     *
     * @param code which: received, period, period-short-month, extended, extended-short-month, stood-still, stands-still, free-day
     * @param parameters what is put into the sentence; days are ISO dates
     * @param text the sentence in English
     * @param source where the rule stands; null for a plain fact
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(String code, Map<String, String> parameters, String text, @Nullable String source) {}
}
