package org.innsyn.dsr.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.dsr.calendar.Course.Extension;

/**
 * Counts the periods of data protection law from what happened, by the rules of a rule pack.
 *
 * <p>One month is the same date number of the next month, or its last day where there is no such number (Regulation 1182/71 Art.
 * 3(2)(c)); the day of receipt is not counted (Art. 3(1)). An extension counts its months from the receipt too, never from a limit that
 * was moved. Days in which the clock stood still are added; only then is a period that would end on a free day moved to the next
 * working day (Art. 3(4)).
 *
 * <p>Guarantees: the same course and rules give the same deadline, whenever they are asked for. Does not look at a clock.
 */
public final class LegalClock {

    private final RulePacks packs;
    private final Map<String, FreeDays> freeDays = new ConcurrentHashMap<>();

    public LegalClock(RulePacks packs) {
        this.packs = packs;
    }

    public LegalClock(RulePack rules) {
        this(RulePacks.of(rules));
    }

    /**
     * By when a request must be answered.
     *
     * @param receivedAt when it reached any contact point of the controller (GDPR Art. 12(3)), not when somebody noticed it
     * @throws IllegalArgumentException when no version of the rule pack was in force on that day
     */
    public Deadline answerTo(Instant receivedAt) {
        return answerTo(Course.from(receivedAt), receivedAt);
    }

    /**
     * By when a request must be answered, after all that happened to it (rules L1 to L5).
     *
     * @param now while an answer is awaited, the limit is counted as if it came now; otherwise of no consequence
     * @throws IllegalArgumentException when no version of the rule pack was in force when it was received
     */
    public Deadline answerTo(Course course, Instant now) {
        var rules = rules(course);
        int months = rules.answerMonths() + (course.extension() == null || rules.extension() == null ? 0 : rules.extension().months());
        return new Count(rules, freeDays(rules), course, now).deadline(months);
    }

    /**
     * The last day of the first period, whether or not it was extended: by then a refusal is owed (GDPR Art. 12(4), rule L6), and by then
     * the notice of an extension must have been sent (Art. 12(3), rule L4).
     */
    public LocalDate firstLimit(Course course, Instant now) {
        var rules = rules(course);
        return new Count(rules, freeDays(rules), course, now).deadline(rules.answerMonths()).limit();
    }

    /**
     * What an extension does (rule L4).
     *
     * @param extension the ground, and when the notice was sent
     * @param delivered whether there is a record of the notice's delivery
     * @return why it has no effect; empty when it has
     */
    public Optional<Ineffective> whyNotExtended(Course course, Extension extension, boolean delivered) {
        var rules = rules(course).extension();
        if (rules == null || !rules.grounds().contains(extension.ground())) {
            return Optional.of(new Ineffective("ground-unknown", "A period is extended only for one of these grounds: "
                    + (rules == null ? "none" : String.join(", ", rules.grounds())) + " (GDPR Art. 12(3))."));
        }
        if (course.extension() != null) {
            return Optional.of(new Ineffective("extended-already", "A period is extended once (" + rules.source() + ")."));
        }
        if (!delivered) {
            return Optional.of(new Ineffective("no-delivery-record",
                    "There is no record that the notice was delivered, so it cannot be shown that the person was told (" + rules.source() + ")."));
        }
        var sent = day(extension.noticeSentAt());
        var first = firstLimit(course, extension.noticeSentAt());
        return sent.isAfter(first)
                ? Optional.of(new Ineffective("notice-late", "The notice was sent on " + Dates.full(sent) + ", after the first month, which ended on "
                        + Dates.full(first) + " (" + rules.source() + ")."))
                : Optional.empty();
    }

    /**
     * Whether the clock stands still while the person is asked (rule L5).
     *
     * @return why it goes on; empty when it stands still
     */
    public Optional<Ineffective> whyNotSuspended(Course course, Instant askedAt) {
        var rules = rules(course).suspension();
        if (rules == null) {
            return Optional.of(new Ineffective("no-suspension", "The rules in force know no suspension."));
        }
        var since = course.pauses().isEmpty() ? day(course.receivedAt()) : day(course.pauses().getLast().answeredAt());
        var last = since.plusDays(rules.askWithinDays());
        return day(askedAt).isAfter(last)
                ? Optional.of(new Ineffective("asked-late", "The question was sent on " + Dates.full(day(askedAt)) + ". Without undue delay means until "
                        + Dates.full(last) + " here, " + rules.askWithinDays() + " days after " + Dates.full(since)
                        + ", so the clock goes on (" + rules.source() + ")."))
                : Optional.empty();
    }

    /** By when a breach must be reported to the authority: plain hours, never moved by a free day (GDPR Art. 33(1), rule L8). */
    public BreachLimit breachKnownAt(Instant awareAt) {
        var rules = packs.on(packs.newest().zone(), awareAt);
        var breach = rules.breach();
        if (breach == null) {
            throw new IllegalArgumentException("Rule pack " + rules.citation() + " has no clock for breaches");
        }
        var limit = awareAt.plus(Duration.ofHours(breach.hours()));
        return new BreachLimit(limit, rules.citation(), new Step("hours",
                Map.of("hours", Integer.toString(breach.hours()), "from", awareAt.toString(), "to", limit.toString()),
                "The breach was known at " + awareAt + ". It is to be reported within " + breach.hours() + " hours (" + breach.source() + "), that is by "
                        + limit + ". " + breach.note(),
                breach.source()));
    }

    /** Whether a version of the rule pack was in force at an instant. */
    public boolean covers(Instant receivedAt) {
        return packs.covers(day(receivedAt));
    }

    /** What a refusal owes the person, by the rules in force when the request was received; empty where they do not say. */
    public Optional<RulePack.Refusal> refusalOf(Course course) {
        return Optional.ofNullable(rules(course).refusal());
    }

    /** Days from an instant's day to the limit, in the controller's zone; negative when overdue. */
    public long daysLeft(LocalDate limit, Instant now) {
        return limit.toEpochDay() - day(now).toEpochDay();
    }

    /** The day an instant falls on where the controller is established. */
    public LocalDate day(Instant instant) {
        return instant.atZone(packs.newest().zone()).toLocalDate();
    }

    /** The first moment after a day, where the controller is established: a period ends with its last day's last hour. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(packs.newest().zone()).toInstant();
    }

    private RulePack rules(Course course) {
        return packs.on(packs.newest().zone(), course.receivedAt());
    }

    private FreeDays freeDays(RulePack rules) {
        return freeDays.computeIfAbsent(rules.citation(), _ -> new FreeDays(rules));
    }

    /**
     * Why something that was recorded changes no date.
     *
     * @param code for programs ("notice-late")
     * @param text for people, in plain English with its source
     */
    public record Ineffective(String code, String text) {}

    /**
     * By when a breach must be reported.
     *
     * @param limit the last moment
     * @param rulePack which rules said so
     * @param step how it comes about
     */
    public record BreachLimit(Instant limit, String rulePack, Step step) {}
}
