package org.innsyn.ui.request;

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
import org.jspecify.annotations.Nullable;

/** How requests, their items and grounds are said. */
public final class RequestWords {

    /** The item that is the access log itself. */
    private static final String ACCESS_LOG = "access-log";

    /** How the service names the part of an item whose time is over. */
    private static final String PAST_RETENTION = "-past-retention";

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
        return item(item.key(), item.category(), item.system());
    }

    /** The same for what is held, whoever has asked for nothing yet. */
    public String item(String key, String category, String system) {
        var past = key.endsWith(PAST_RETENTION);
        var name = words.sayOr("item." + (past ? key.substring(0, key.length() - PAST_RETENTION.length()) : key), words.knows("item.category." + category)
                ? "item.category." + category : "item-unknown", category, system);
        return past ? words.say("item.past-retention", name) : name;
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
        return item.ground() == null && item.groundText() == null ? words.say("ground-unknown") : groundOr(String.valueOf(item.ground()), item.groundText());
    }

    /** @param otherwise what the service says of a ground we have no words for; null where it says nothing */
    public String groundOr(String key, @Nullable String otherwise) {
        return words.knows("ground." + key) || otherwise == null ? ground(key) : otherwise;
    }

    public String ground(String key) {
        return words.sayOr("ground." + key, "ground-named", key);
    }

    /** What became, or is to become, of one item: "Your invoices stay until 31 December 2031, because ..." */
    public String became(RequestItem item) {
        if (item.state() == ItemState.ON_HOLD && item.hold() != null) {
            return words.say("became.on-hold", item(item), groundOr(item.hold().ground(), item.hold().groundText()), moments.date(item.hold().reviewOn()));
        }
        long masked = item.affected().getOrDefault("masked", 0L);
        long left = item.affected().getOrDefault("kept", 0L);
        if (item.proposal() == Outcome.ERASE && item.state() == ItemState.DONE && masked + left > 0) {
            return words.say(masked > 0 ? "became.masked" : "became.left",
                    item(item), item.affected().getOrDefault("erased", 0L), masked + left, until(item));
        }
        var tense = item.state() == ItemState.DONE ? "done" : item.state() == ItemState.FAILED ? "failed" : "planned";
        var key = "became." + Words.name(item.proposal()) + "." + tense;
        var special = isAccessLog(item) ? key + "." + ACCESS_LOG : key;
        return words.sayOr(special, key, item(item), count(item), until(item), ground(item));
    }

    /** Which hold keeps an item from being erased; empty where none stands. */
    public Optional<String> held(RequestItem item) {
        return Optional.ofNullable(item.hold()).map(hold -> words.say("on-hold", groundOr(hold.ground(), hold.groundText()), moments.date(hold.reviewOn())));
    }

    /** Why the number of records found says nothing; empty where it counts. */
    public Optional<String> uncounted(RequestItem item) {
        return item.byHand() ? Optional.of(words.say("uncounted.by-hand")) : Boolean.TRUE.equals(item.uncounted()) ? Optional.of(words.say("uncounted")) : Optional.empty();
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
                ? words.sayOr("history." + event + "." + role, "history." + event, who, times)
                : words.say("history-unknown", who, spaced(event));
    }

    /** The same to the person it happened to: "A case handler asked you something" */
    public String eventToYou(String event, String role, long times) {
        return words.knows("history." + event + ".you")
                ? words.say("history." + event + ".you", words.sayOr("history.role." + role, "history.role-unknown", role))
                : event(event, role, times);
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
