package org.innsyn.dsr.connector;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** A system that is one item of a request and finds everything by the account: all of it is handed out, or erased, or none. */
public abstract class WholeSystem implements Connector {

    private final SystemProfile profile;
    private final Clock clock;

    protected WholeSystem(SystemProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    protected final SystemProfile profile() {
        return profile;
    }

    protected final Clock clock() {
        return clock;
    }

    /** How many records there are now. */
    protected abstract long count(Account account);

    /** Removes all of them and looks again. Throws as {@link #erase} does. */
    protected abstract void removeAll(Account account, Trace trace);

    @Override
    public final String system() {
        return profile.system();
    }

    @Override
    public final String object() {
        return profile.object();
    }

    @Override
    public final Optional<String> basis(ItemKey item) {
        return Optional.ofNullable(profile.basis());
    }

    @Override
    public final List<Holding> discover(Account account, Right right, LocalDate today) {
        return List.of(profile.holding(right, count(account)));
    }

    @Override
    public final List<Holding> undiscovered(Right right) {
        return List.of(profile.holding(right, 0).withoutCount());
    }

    @Override
    public final List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today) {
        var account = SystemTrace.account(trace);
        return decisions.stream().map(decision -> carryOut(decision, account, trace)).toList();
    }

    private ItemResult carryOut(Decision decision, Account account, Trace trace) {
        if (decision.outcome() != Outcome.ERASE) {
            return new ItemResult.CarriedOut(decision.item(), Map.of("kept", count(account)), null, clock.instant());
        }
        removeAll(account, trace);
        return new ItemResult.CarriedOut(decision.item(), Map.of("erased", SystemTrace.found(profile, trace)), null, clock.instant());
    }

    @Override
    public final long back(Trace trace, List<Decision> decisions, LocalDate day) {
        return decisions.stream().anyMatch(decision -> decision.outcome() == Outcome.ERASE) ? count(SystemTrace.account(trace)) : 0;
    }
}
