package org.innsyn.ui.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.DueDate.Step;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How a limit comes about, step by step, in the reader's language. */
final class DueSteps {

    private static final Pattern HOLIDAY = Pattern.compile(".*\\((.+)\\)");

    private final Words words;
    private final Moments moments;

    DueSteps(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /** A sentence for each step; empty when there is a step we have no words for, or none: then the service's own explanation is to be shown. */
    Optional<String> said(DueDate due) {
        if (due.steps().isEmpty() || due.steps().stream().anyMatch(step -> !words.knows("due.step." + step.code()))) {
            return Optional.empty();
        }
        return due.steps().stream().map(this::sentence).reduce((before, after) -> before + " " + after);
    }

    private String sentence(Step step) {
        var said = step.parameters();
        var sentence = switch (step.code()) {
            case "received" -> words.say("due.step.received", day(said, "day"));
            case "free-day" -> words.say("due.step.free-day", why(said), day(said, "day"));
            case "stood-still" -> words.say("due.step.stood-still", number(said, "days"), day(said, "asked"), day(said, "answered"), day(said, "day"));
            case "stands-still" -> words.say("due.step.stands-still", number(said, "days"), day(said, "asked"), day(said, "day"));
            case "extended", "extended-short-month" -> words.say("due.step." + step.code(), number(said, "months"), day(said, "from"), day(said, "day"), day(said, "told"));
            default -> words.say("due.step." + step.code(), number(said, "months"), day(said, "from"), day(said, "day"));
        };
        return step.source() == null ? sentence : words.say("due.source", sentence.replaceFirst("\\.$", ""), step.source());
    }

    /** "a Saturday", "a public holiday (Good Friday)" */
    private String why(Map<String, String> said) {
        var free = LocalDate.parse(said.get("free"));
        var holiday = HOLIDAY.matcher(said.getOrDefault("why", ""));
        if (holiday.matches()) {
            var key = "holiday." + holiday.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
            return words.sayOr(key, "holiday", holiday.group(1));
        }
        boolean weekend = free.getDayOfWeek() == DayOfWeek.SATURDAY || free.getDayOfWeek() == DayOfWeek.SUNDAY;
        return words.say(weekend ? "due.weekday" : "holiday", free.getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale()));
    }

    private String day(Map<String, String> said, String name) {
        return moments.date(LocalDate.parse(said.get(name)));
    }

    private static int number(Map<String, String> said, String name) {
        return Integer.parseInt(said.get(name));
    }
}
