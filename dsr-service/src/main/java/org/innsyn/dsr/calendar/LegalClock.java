package org.innsyn.dsr.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Counts the period for answering a request.
 *
 * <p>One month is the same date number of the next month, or its last day where there is no such number (Regulation 1182/71 Art.
 * 3(2)(c)); the day of receipt is not counted (Art. 3(1)); a period that would end on a free day ends with the next working day (Art.
 * 3(4)). Extension and suspension (GDPR Art. 12(3)) are not counted here yet.
 */
public final class LegalClock {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final RulePack rules;
    private final FreeDays freeDays;

    public LegalClock(RulePack rules) {
        this.rules = rules;
        this.freeDays = new FreeDays(rules.holidayCalendar());
    }

    /**
     * By when a request must be answered.
     *
     * @param receivedAt when it reached any contact point of the controller (GDPR Art. 12(3)), not when somebody noticed it
     * @throws IllegalArgumentException when the rule pack was not in force on that day
     */
    public Deadline answerTo(Instant receivedAt) {
        LocalDate received = day(receivedAt);
        if (!rules.covers(received)) {
            throw new IllegalArgumentException("Rule pack " + rules.citation() + " does not cover " + received);
        }
        LocalDate counted = received.plusMonths(rules.answerMonths());
        LocalDate limit = nextWorkingDay(counted);
        return new Deadline(
                limit, limit.minusDays(rules.targetDaysBefore()), rules.citation(), explain(received, counted, limit));
    }

    /** Days from an instant's day to the limit, in the controller's zone; negative when overdue. */
    public long daysLeft(LocalDate limit, Instant now) {
        return limit.toEpochDay() - day(now).toEpochDay();
    }

    /** The day an instant falls on where the controller is established. */
    public LocalDate day(Instant instant) {
        return instant.atZone(rules.zone()).toLocalDate();
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate candidate = day;
        while (freeDays.reason(candidate).isPresent()) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    private String explain(LocalDate received, LocalDate counted, LocalDate limit) {
        StringBuilder text = new StringBuilder("The request was received on %s. An answer is owed within %s (%s): counted from %s, that is %s (%s)"
                .formatted(
                        FULL.format(received), months(), rules.answerSource(), SHORT.format(received), SHORT.format(counted), rules.monthSource()));
        if (counted.getDayOfMonth() != received.getDayOfMonth()) {
            text.append(", the last day of a shorter month (").append(rules.shortMonthSource()).append(')');
        }
        freeDays.reason(counted).ifPresentOrElse(
                why -> text.append(". That day is %s, so the period ends with the next working day, %s (%s)."
                        .formatted(why, FULL.format(limit), rules.nextWorkingDaySource())),
                () -> text.append(", a ").append(FULL.format(limit).split(" ")[0]).append('.'));
        return text.toString();
    }

    private String months() {
        return rules.answerMonths() == 1 ? "one month" : rules.answerMonths() + " months";
    }
}
