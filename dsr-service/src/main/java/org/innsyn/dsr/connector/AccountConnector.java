package org.innsyn.dsr.connector;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** A system that is one item of a request, found by the account. */
public final class AccountConnector implements Connector {

    private final SystemProfile profile;
    private final AccountStore store;
    private final Clock clock;

    public AccountConnector(SystemProfile profile, AccountStore store, Clock clock) {
        this.profile = profile;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String system() {
        return profile.system();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.DISCOVER, Ability.COLLECT, Ability.ERASE, Ability.TRANSFER, Ability.READ_BACK);
    }

    @Override
    public String object() {
        return profile.object();
    }

    @Override
    public List<Holding> discover(Account account, Right right, LocalDate today) {
        return List.of(profile.holding(right, store.count(account)));
    }

    @Override
    public Snapshot open(Account account) {
        return store.open(account);
    }

    @Override
    public Trace trace(Account account, Trace known) {
        return known.and(SystemTrace.of(profile, account, store.count(account)));
    }

    @Override
    public List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today) {
        var account = SystemTrace.account(trace);
        return decisions.stream().map(decision -> carryOut(decision, account, trace)).toList();
    }

    @Override
    public Transferred transfer(Account account, Target target) {
        return store.transfer(account, target);
    }

    @Override
    public long back(Trace trace, List<Decision> decisions, LocalDate day) {
        return decisions.stream().anyMatch(decision -> decision.outcome() == Outcome.ERASE) ? store.count(SystemTrace.account(trace)) : 0;
    }

    @Override
    public Trace again(Trace trace) {
        var account = SystemTrace.account(trace);
        return SystemTrace.of(profile, account, store.count(account));
    }

    private ItemResult carryOut(Decision decision, Account account, Trace trace) {
        if (decision.outcome() != Outcome.ERASE) {
            return new ItemResult.CarriedOut(decision.item(), Map.of("kept", store.count(account)), null, clock.instant());
        }
        store.empty(account);
        // Asked anew: what was done is what others see.
        long left = store.count(account);
        if (left > 0) {
            throw new SystemUnavailable("%d records were found in %s after everything was removed: they may have come in meanwhile. It is tried again."
                    .formatted(left, system()));
        }
        return new ItemResult.CarriedOut(decision.item(), Map.of("erased", SystemTrace.found(profile, trace)), null, clock.instant());
    }
}
