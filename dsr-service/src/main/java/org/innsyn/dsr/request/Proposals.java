package org.innsyn.dsr.request;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** What a proposal must be: one allowed outcome for every item, with a ground where one is owed (GDPR Art. 12(4)). */
final class Proposals {

    private Proposals() {}

    static void check(Right right, List<Decision> decisions, Map<ItemKey, Holding> holdings) {
        var seen = new HashSet<ItemKey>();
        for (var decision : decisions) {
            var holding = holdings.get(decision.item());
            if (holding == null) {
                throw Guards.invalid("This request has no item " + decision.item() + ".");
            }
            if (!seen.add(decision.item())) {
                throw Guards.invalid("Item " + decision.item() + " is proposed twice.");
            }
            check(right, decision, holding);
        }
        holdings.keySet().stream().filter(item -> !seen.contains(item)).findFirst().ifPresent(missing -> {
            throw Guards.invalid("Item " + missing + " has no proposal.");
        });
        if (!decisions.isEmpty() && decisions.stream().allMatch(decision -> decision.outcome() == Outcome.NOT_CONCERNED)) {
            throw Guards.invalid("The request cannot be about nothing that is held. Name what it is about, or refuse it on the ground that nothing is held.");
        }
    }

    private static void check(Right right, Decision decision, Holding holding) {
        if (!holding.allowed().contains(decision.outcome())) {
            throw Guards.invalid("Item " + decision.item() + " cannot be treated like that.");
        }
        if (decision.needsGround() && (decision.ground() == null || !Grounds.allows(decision.ground(), decision.outcome(), right))) {
            throw Guards.invalid("Item " + decision.item() + " needs a ground that the law gives for this (GDPR Art. 12(4)); the rule pack of grounds has them.");
        }
        if (!decision.needsGround() && decision.ground() != null) {
            throw Guards.invalid("Item " + decision.item() + " has a ground but is neither kept, left out nor declined.");
        }
    }
}
