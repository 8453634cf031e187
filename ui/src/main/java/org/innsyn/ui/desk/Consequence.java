package org.innsyn.ui.desk;

import java.util.List;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Words;

/** Says in the button what approving will do. */
final class Consequence {

    private Consequence() {}

    /** "Delete 14 records and the access log, keep 6" */
    static String of(RequestView request, Words words) {
        if (request.right() == Right.ACCESS) {
            return words.say("decision.approve-copy", records(request, Outcome.INCLUDE));
        }
        boolean shreds = request.items().stream()
                .anyMatch(item -> RequestWords.isAccessLog(item) && item.proposal() == Outcome.ERASE);
        return words.say(shreds ? "decision.approve-erasure-and-log" : "decision.approve-erasure",
                records(request, Outcome.ERASE), records(request, Outcome.KEEP));
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
