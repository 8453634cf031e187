package org.innsyn.dsr.connector;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** A system that somebody is asked about, once for each request, instead of being looked into: one item, which nobody counts beforehand. */
public abstract class AskedSystem implements Connector {

    private static final String REQUEST = "request";

    private final SystemProfile profile;

    protected AskedSystem(SystemProfile profile) {
        this.profile = profile;
    }

    /**
     * Has what was decided to be erased erased.
     *
     * @throws AnswerAwaited while nobody has answered
     */
    protected abstract ItemResult erased(Decision decision, RequestId request);

    protected final Title title() {
        return profile.title();
    }

    @Override
    public final String system() {
        return profile.system();
    }

    @Override
    public final String object() {
        return profile.object();
    }

    /** Somebody looks once it is decided; until then nothing is known, which is not the same as nothing being there. */
    @Override
    public final List<Holding> discover(Account account, Right right, LocalDate today) {
        return List.of(profile.holding(right, 0));
    }

    @Override
    public final List<Holding> undiscovered(Right right) {
        return List.of(profile.holding(right, 0).withoutCount());
    }

    @Override
    public final Snapshot open(Account account) {
        throw new IllegalStateException("what somebody is asked for belongs to a request");
    }

    @Override
    public final Trace trace(Account account, Trace known) {
        throw new IllegalStateException("what somebody is asked for belongs to a request");
    }

    @Override
    public final Trace trace(RequestId request, Account account, Trace known) {
        return new Trace(Map.of(REQUEST, List.of(request.toString())), Map.of());
    }

    @Override
    public final List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today) {
        var request = RequestId.parse(trace.of(REQUEST).getFirst());
        return decisions.stream()
                .map(decision -> decision.outcome() == Outcome.ERASE ? erased(decision, request) : new ItemResult.CarriedOut(decision.item(), Map.of(), null, null))
                .toList();
    }
}
