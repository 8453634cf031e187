package org.innsyn.dsr.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.innsyn.dsr.calendar.Course.Pause;

/** Counts one period and writes down every step. */
final class Count {

    private final RulePack rules;
    private final FreeDays freeDays;
    private final Course course;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    Count(RulePack rules, FreeDays freeDays, Course course, Instant now) {
        this.rules = rules;
        this.freeDays = freeDays;
        this.course = course;
        this.now = now;
    }

    /** @param months from the receipt, whatever was added to them */
    Deadline deadline(int months) {
        steps.clear();
        LocalDate received = day(course.receivedAt());
        steps.add(new Step("received", Map.of("day", received.toString()), "The request was received on " + Dates.full(received) + ".", null));
        LocalDate counted = received.plusMonths(months);
        LocalDate moved = counted.plusDays(daysStoodStill());
        LocalDate limit = freeDays.workingDayFrom(moved);
        period(received, counted, months, moved.equals(counted) && limit.equals(counted));
        pauses(counted);
        if (!limit.equals(moved)) {
            freeDay(moved, limit);
        }
        LocalDate target = limit.minusDays(rules.targetDaysBefore());
        var text = steps.stream().map(Step::text).collect(Collectors.joining(" "));
        return new Deadline(limit, target, rules.citation(), text, steps);
    }

    private void period(LocalDate received, LocalDate counted, int months, boolean isTheLimit) {
        boolean extended = months > rules.answerMonths();
        boolean shortMonth = counted.getDayOfMonth() != received.getDayOfMonth();
        var source = extended ? Objects.requireNonNull(rules.extension()).source() : rules.answerSource();
        var text = new StringBuilder();
        if (extended) {
            var extension = Objects.requireNonNull(course.extension());
            text.append("The period was extended by ").append(Dates.months(Objects.requireNonNull(rules.extension()).months()))
                    .append(", and the person was told on ").append(Dates.full(day(extension.noticeSentAt()))).append(". ");
        }
        text.append("An answer is owed within %s (%s): counted from %s, that is %s (%s)".formatted(
                Dates.months(months), source, Dates.brief(received), Dates.brief(counted), rules.monthSource()));
        if (shortMonth) {
            text.append(", the last day of a shorter month (").append(rules.shortMonthSource()).append(')');
        }
        text.append(isTheLimit ? ", a " + Dates.weekday(counted) + "." : ".");
        var code = (extended ? "extended" : "period") + (shortMonth ? "-short-month" : "");
        steps.add(new Step(code, periodParameters(received, counted, months, extended), text.toString(), source));
    }

    private Map<String, String> periodParameters(LocalDate received, LocalDate counted, int months, boolean extended) {
        return extended
                ? Map.of("months", Integer.toString(months), "from", received.toString(), "day", counted.toString(),
                        "ground", Objects.requireNonNull(course.extension()).ground(), "told", day(course.extension().noticeSentAt()).toString())
                : Map.of("months", Integer.toString(months), "from", received.toString(), "day", counted.toString());
    }

    private long daysStoodStill() {
        long days = course.pauses().stream().mapToLong(this::days).sum();
        return days + (course.openQuestion() == null ? 0 : daysBetween(course.openQuestion().askedAt(), now));
    }

    private void pauses(LocalDate counted) {
        LocalDate end = counted;
        for (var pause : course.pauses()) {
            end = end.plusDays(days(pause));
            var asked = day(pause.question().askedAt());
            var answered = day(pause.answeredAt());
            var source = suspensionSource();
            steps.add(new Step("stood-still",
                    Map.of("about", pause.question().about(), "asked", asked.toString(), "answered", answered.toString(),
                            "days", Long.toString(days(pause)), "day", end.toString()),
                    "The clock stood still for %s, from %s, when the person was asked (%s), to %s, when the answer arrived (%s): that moves the end to %s."
                            .formatted(Dates.days(days(pause)), Dates.brief(asked), pause.question().about(), Dates.brief(answered), source, Dates.full(end)),
                    source));
        }
        var question = course.openQuestion();
        if (question != null) {
            var asked = day(question.askedAt());
            long days = daysBetween(question.askedAt(), now);
            var source = suspensionSource();
            steps.add(new Step("stands-still",
                    Map.of("about", question.about(), "asked", asked.toString(), "days", Long.toString(days), "day", end.plusDays(days).toString()),
                    "The clock stands still since %s, when the person was asked (%s), until the answer arrives (%s): %s so far, so the end is not before %s."
                            .formatted(Dates.brief(asked), question.about(), source, Dates.days(days), Dates.full(end.plusDays(days))),
                    source));
        }
    }

    private void freeDay(LocalDate day, LocalDate limit) {
        var why = freeDays.reason(day).orElseThrow();
        steps.add(new Step("free-day", Map.of("free", day.toString(), "why", why, "day", limit.toString()),
                "That day is %s, so the period ends with the next working day, %s (%s).".formatted(why, Dates.full(limit), rules.nextWorkingDaySource()),
                rules.nextWorkingDaySource()));
    }

    private String suspensionSource() {
        return rules.suspension() == null ? rules.answerSource() : rules.suspension().source();
    }

    private long days(Pause pause) {
        return daysBetween(pause.question().askedAt(), pause.answeredAt());
    }

    /** From the day it was asked to the day the answer arrived; none when both are one day. */
    private long daysBetween(Instant from, Instant to) {
        return Math.max(0, ChronoUnit.DAYS.between(day(from), day(to)));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(rules.zone()).toLocalDate();
    }
}
