package org.innsyn.dsr.request;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.Rejected.Reason;

/** What a proposal must be: one allowed outcome for every item, with a ground where one is owed. */
final class Proposals {

    private Proposals() {}

    static void check(List<Decision> decisions, Map<ItemKey, Holding> holdings) {
        var seen = new HashSet<ItemKey>();
        for (var decision : decisions) {
            var holding = holdings.get(decision.item());
            if (holding == null) {
                throw invalid("This request has no item " + decision.item() + ".");
            }
            if (!seen.add(decision.item())) {
                throw invalid("Item " + decision.item() + " is proposed twice.");
            }
            check(decision, holding);
        }
        holdings.keySet().stream().filter(item -> !seen.contains(item)).findFirst().ifPresent(missing -> {
            throw invalid("Item " + missing + " has no proposal.");
        });
    }

    private static void check(Decision decision, Holding holding) {
        if (!holding.allowed().contains(decision.outcome())) {
            throw invalid("Item " + decision.item() + " cannot be treated like that.");
        }
        if (decision.needsGround() && (decision.ground() == null || Grounds.text(decision.ground()).isEmpty())) {
            throw invalid("Item " + decision.item() + " needs a known ground for being kept or left out.");
        }
        if (!decision.needsGround() && decision.ground() != null) {
            throw invalid("Item " + decision.item() + " has a ground but is neither kept nor left out.");
        }
    }

    private static Rejected invalid(String message) {
        return new Rejected(Reason.INVALID, message + " Nothing was changed.");
    }
}
