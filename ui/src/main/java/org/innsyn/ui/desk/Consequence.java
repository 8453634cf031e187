package org.innsyn.ui.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Words;

/** Says in the button what approving will do. */
final class Consequence {

    private static final Set<Outcome> BY_HAND = EnumSet.of(Outcome.CORRECT, Outcome.RESTRICT, Outcome.STOP, Outcome.REVIEW);
    private static final Set<Outcome> REFUSING = EnumSet.of(Outcome.KEEP, Outcome.LEAVE_OUT, Outcome.DECLINE);

    private Consequence() {}

    /** "Delete 14 records and the access log, keep 6" */
    static String of(RequestView request, Words words) {
        if (request.right() == Right.ACCESS || request.right() == Right.PORTABILITY) {
            return words.say("decision.approve-copy", records(request, Outcome.INCLUDE));
        }
        if (request.right() != Right.ERASURE) {
            return words.say("decision.approve-by-hand", toDo(request), declined(request));
        }
        boolean shreds = request.items().stream()
                .anyMatch(item -> RequestWords.isAccessLog(item) && item.proposal() == Outcome.ERASE);
        return words.say(shreds ? "decision.approve-erasure-and-log" : "decision.approve-erasure",
                records(request, Outcome.ERASE), records(request, Outcome.KEEP));
    }

    private static long toDo(RequestView request) {
        return request.items().stream().filter(item -> BY_HAND.contains(item.proposal())).count();
    }

    private static long declined(RequestView request) {
        return request.items().stream().filter(item -> item.proposal() == Outcome.DECLINE).count();
    }

    /** What of it would be refused, item by item; empty when all of it is granted (GDPR Art. 12(4): told with the reason and where to complain). */
    static List<RequestItem> refused(RequestView request) {
        return request.items().stream().filter(item -> item.found() > 0 && REFUSING.contains(item.proposal())).toList();
    }

    private static long records(RequestView request, Outcome outcome) {
        return of(request.items(), outcome).stream().mapToLong(RequestItem::found).sum();
    }

    /** The access log is named by itself: its entries are not among the records a company holds of a customer. */
    private static List<RequestItem> of(List<RequestItem> items, Outcome outcome) {
        return items.stream()
                .filter(item -> item.proposal() == outcome && !RequestWords.isAccessLog(item))
                .toList();
    }
}
