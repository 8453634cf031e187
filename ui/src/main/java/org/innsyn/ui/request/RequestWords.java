package org.innsyn.ui.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How requests, their items and grounds are said. */
public final class RequestWords {

    /** The item that is the access log itself. */
    private static final String ACCESS_LOG = "access-log";

    /** Grounds that can be chosen for keeping or leaving out, by the keys the service knows. */
    private static final List<String> KEEPING = List.of("bookkeeping-law", "legal-claims", "legal-obligation");
    private static final List<String> LEAVING_OUT = List.of("rights-of-others");
    private static final List<String> DECLINING = List.of(
            "accurate", "no-ground-for-restriction", "compelling-grounds", "no-automated-decision", "other-legal-basis", "legal-claims", "legal-obligation");
    private static final List<String> KEEPING_THE_LOG = List.of("accountability", "legal-claims", "legal-obligation");

    private final Words words;
    private final Moments moments;

    public RequestWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /** "Copy of my data" */
    public String right(Right right) {
        return words.say("right." + Words.name(right));
    }

    /** "Request for a copy", for those it is not about. */
    public String rightOfSomebody(Right right) {
        return words.say("right." + Words.name(right) + ".staff");
    }

    /** "Waits for a decision" */
    public String state(RequestState state) {
        return words.say("state." + Words.name(state));
    }

    /** What the state means for the person. */
    public String stateSentence(RequestState state, Right right) {
        var key = "state." + Words.name(state) + ".sentence";
        return words.sayOr(key + "." + Words.name(right), key);
    }

    /** "Your invoices" */
    public String item(RequestItem item) {
        return words.sayOr("item." + item.key(), words.knows("item.category." + item.category())
                ? "item.category." + item.category() : "item-unknown", item.category(), item.system());
    }

    public String outcome(Outcome outcome, RequestItem item) {
        var key = "outcome." + Words.name(outcome);
        return isAccessLog(item) ? words.sayOr(key + "." + ACCESS_LOG, key) : words.say(key);
    }

    public String itemState(ItemState state) {
        return words.say("item-state." + Words.name(state));
    }

    /** The ground in the reader's language where we have it, else as the service says it. */
    public String ground(RequestItem item) {
        if (item.ground() != null && words.knows("ground." + item.ground())) {
            return ground(item.ground());
        }
        return item.groundText() != null ? item.groundText() : words.say("ground-unknown");
    }

    public String ground(String key) {
        return words.sayOr("ground." + key, "ground-named", key);
    }

    /** Which grounds can be chosen for an outcome; none for one that needs none. */
    public List<String> grounds(RequestItem item, Outcome outcome) {
        return switch (outcome) {
            case KEEP -> isAccessLog(item) ? KEEPING_THE_LOG : KEEPING;
            case LEAVE_OUT -> LEAVING_OUT;
            case DECLINE -> DECLINING;
            case INCLUDE, ERASE, CORRECT, RESTRICT, STOP, REVIEW, NOT_CONCERNED -> List.of();
        };
    }

    /** What became, or is to become, of one item: "Your invoices stay until 31 December 2031, because ..." */
    public String became(RequestItem item) {
        long masked = item.affected().getOrDefault("masked", 0L);
        long left = item.affected().getOrDefault("kept", 0L);
        if (item.proposal() == Outcome.ERASE && item.state() == ItemState.DONE && masked + left > 0) {
            return words.say(masked > 0 ? "became.masked" : "became.left",
                    item(item), item.affected().getOrDefault("erased", 0L), masked + left, until(item));
        }
        var tense = item.state() == ItemState.DONE ? "done" : item.state() == ItemState.FAILED ? "failed" : "planned";
        var key = "became." + Words.name(item.proposal()) + "." + tense;
        var special = isAccessLog(item) ? key + "." + ACCESS_LOG : key;
        var sentence = words.sayOr(special, key, item(item), count(item), until(item), ground(item));
        return item.problem() == null ? sentence : sentence + " " + item.problem();
    }

    /** Since when nobody can read what was destroyed by its keys, and whether a backup could bring it back; empty for anything else. */
    public Optional<String> gone(RequestItem item) {
        if (item.unreadableSince() == null) {
            return Optional.empty();
        }
        var recovery = item.beyondRecoverySince() == null
                ? words.say("gone.recoverable")
                : words.say("gone.beyond-recovery", moments.timeAndDay(item.beyondRecoverySince()));
        return Optional.of(words.say("gone.unreadable", moments.timeAndDay(item.unreadableSince())) + " " + recovery);
    }

    /** What was done where that is known, else what was found. */
    private static long count(RequestItem item) {
        return item.affected().isEmpty()
                ? item.found()
                : item.affected().values().stream().mapToLong(Long::longValue).sum();
    }

    private String until(RequestItem item) {
        return item.keptUntil() == null ? "" : words.say("became.until", moments.date(item.keptUntil()));
    }

    /** "3 deleted, 1 masked"; empty where nothing was done yet. */
    public String affected(RequestItem item) {
        return item.affected().entrySet().stream()
                .map(done -> words.sayOr("affected." + done.getKey(), "affected-unknown", done.getValue(), done.getKey()))
                .collect(Collectors.joining(", "));
    }

    /**
     * "The controller approved it"
     *
     * @param times how often it happened in a row
     */
    public String event(String event, String role, long times) {
        var who = words.sayOr("history.role." + role, "history.role-unknown", role);
        return words.knows("history." + event)
                ? words.say("history." + event, who, times)
                : words.say("history-unknown", who, spaced(event));
    }

    public static boolean isAccessLog(RequestItem item) {
        return item.key().equals(ACCESS_LOG);
    }

    /** Whether work is under way that changes the request without anybody doing something. */
    public static boolean isMoving(RequestState state) {
        return Set.of(RequestState.SUBMITTED, RequestState.IN_PROGRESS).contains(state);
    }

    /** Whether it has not been decided yet. */
    public static boolean isUndecided(RequestState state) {
        return Set.of(RequestState.SUBMITTED, RequestState.ASSESSED, RequestState.PREPARED).contains(state);
    }

    /** RequestApproved -> request approved */
    private static String spaced(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
