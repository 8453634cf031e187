package org.innsyn.dsr.connector;

import java.time.Clock;
import java.util.Set;

/** A system that keeps what belongs to an account together: mail, contacts, calendars. */
public final class AccountConnector extends WholeSystem {

    private final AccountStore store;

    public AccountConnector(SystemProfile profile, AccountStore store, Clock clock) {
        super(profile, clock);
        this.store = store;
    }

    /** Correcting and restricting are not among them: a mailbox has no place for a mark, and its owner corrects what is in it. */
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.DISCOVER, Ability.COLLECT, Ability.ERASE, Ability.TRANSFER, Ability.READ_BACK);
    }

    @Override
    protected long count(Account account) {
        return store.count(account);
    }

    @Override
    public Snapshot open(Account account) {
        return store.open(account);
    }

    @Override
    public Transferred transfer(Account account, Target target) {
        return store.transfer(account, target);
    }

    @Override
    public String transferScheme() {
        return store.scheme();
    }

    @Override
    public Trace trace(Account account, Trace known) {
        return known.and(SystemTrace.of(profile(), account, store.count(account)));
    }

    @Override
    public Trace again(Trace trace) {
        var account = SystemTrace.account(trace);
        return SystemTrace.of(profile(), account, store.count(account));
    }

    @Override
    protected void removeAll(Account account, Trace trace) {
        store.empty(account);
        // Asked anew: what was done is what others see.
        long left = store.count(account);
        if (left > 0) {
            throw new SystemUnavailable("%d records were found in %s after everything was removed: they may have come in meanwhile. It is tried again."
                    .formatted(left, system()));
        }
    }
}
