package org.innsyn.dsr.hold.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.hold.HoldCommand.PlaceHold;
import org.innsyn.dsr.hold.HoldCommand.ReleaseHold;
import org.innsyn.dsr.hold.HoldCommand.ReviewHold;
import org.innsyn.dsr.hold.HoldId;
import org.innsyn.dsr.hold.HoldScope;
import org.innsyn.dsr.hold.register.HoldRegister.Waiting;
import org.innsyn.dsr.request.HeldBy;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestCommand.ResumeHeld;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.AccountHashes;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The holds of the company.
 *
 * <p>Guarantees: an erasure begins either before a hold is placed, and the hold's line says so, or not at all while it stands; what waits for holds
 * is carried out when the last of them is released, in the same transaction, and nothing else is.
 *
 * <p>Does not guarantee that what a system without transactions began before the hold is whole.
 */
@Component
public class Holds {

    private final HoldRegister register;
    private final CommandGateway commands;
    private final RequestDispatcher requests;
    private final TransactionTemplate transaction;
    private final RequestVault vault;
    private final AccountHashes accounts;
    private final RandomSource random;
    private final LegalClock legalClock;
    private final Clock clock;

    Holds(
            HoldRegister register,
            CommandGateway commands,
            RequestDispatcher requests,
            TransactionTemplate transaction,
            RequestVault vault,
            AccountHashes accounts,
            RandomSource random,
            LegalClock legalClock,
            Clock clock) {
        this.register = register;
        this.commands = commands;
        this.requests = requests;
        this.transaction = transaction;
        this.vault = vault;
        this.accounts = accounts;
        this.random = random;
        this.legalClock = legalClock;
        this.clock = clock;
    }

    /**
     * Places a hold.
     *
     * @param account whose item; null for a category of everybody
     * @param reason why; kept in the vault
     */
    public HoldId place(HoldScope scope, @Nullable Account account, String ground, String owner, LocalDate reviewOn, String reason, Party by) {
        var hold = new HoldId(random.randomId());
        transaction.executeWithoutResult(_ -> {
            register.lock();
            commands.sendAndWait(new PlaceHold(
                    hold, scope, ground, owner, reviewOn, say(hold, reason), by, legalClock.day(clock.instant()), clock.instant()));
            if (account != null) {
                vault.put(hold.inVault(), Field.ACCOUNT, account.value());
                register.account(hold, accounts.of(account));
            }
        });
        return hold;
    }

    /** It is still needed. */
    public void review(HoldId hold, long version, LocalDate reviewOn, String reason, Party by) {
        transaction.executeWithoutResult(_ -> {
            register.lock();
            commands.sendAndWait(new ReviewHold(hold, version, reviewOn, say(hold, reason), by, legalClock.day(clock.instant()), clock.instant()));
        });
    }

    /** It is not needed any more; what waited for no other hold goes on. */
    public void release(HoldId hold, long version, String reason, Party by) {
        transaction.executeWithoutResult(_ -> {
            register.lock();
            commands.sendAndWait(new ReleaseHold(hold, version, say(hold, reason), by, clock.instant()));
            var free = new LinkedHashMap<RequestId, Set<ItemKey>>();
            for (var item : register.waiting(hold)) {
                var others = register.standing(item.item(), item.category(), item.account());
                if (others.isEmpty()) {
                    free.computeIfAbsent(item.request(), _ -> new HashSet<>()).add(item.item());
                } else {
                    register.waits(item, others);
                }
            }
            free.forEach((request, items) -> requests.send(new ResumeHeld(request, items, by, clock.instant())));
        });
    }

    private UUID say(HoldId hold, String text) {
        var said = random.randomId();
        vault.put(hold.inVault(), Field.said(said), text.strip());
        return said;
    }

    /**
     * Has erasing begin, unless a hold stands; in the caller's transaction, and before anything else in it.
     *
     * @param items what is to be erased
     * @return what is not to be erased for now, and why
     */
    public Map<ItemKey, ItemResult.Held> beginErasure(RequestId request, Account account, List<Holding> items) {
        register.lockShared();
        var hash = accounts.of(account);
        var held = new LinkedHashMap<ItemKey, ItemResult.Held>();
        for (var holding : items) {
            var holds = register.standing(holding.item(), holding.category(), hash);
            if (holds.isEmpty()) {
                register.begin(request, holding, hash, clock.instant());
            } else {
                register.waits(new Waiting(request, holding.item(), holding.category(), hash), holds);
                held.put(holding.item(), new ItemResult.Held(holding.item(), holds, register.hasBegun(request, holding.item())));
            }
        }
        return held;
    }

    /** Whether erasing an item began, and did not end; in the caller's transaction. */
    public boolean hasBegun(RequestId request, ItemKey item) {
        register.lockShared();
        return register.hasBegun(request, item);
    }

    /** The holds that stand on an item of a person now. */
    public List<HeldBy> standing(Account account, Holding holding) {
        return register.standing(holding.item(), holding.category(), accounts.of(account));
    }

    public Optional<HoldLine> find(HoldId hold) {
        return register.line(hold);
    }

    /**
     * Holds, those whose review date has come first.
     *
     * @param due only those whose review date has come
     * @param released also those that stand no more
     */
    public List<HoldLine> all(boolean due, boolean released) {
        return register.lines(due ? today() : LocalDate.of(9999, 12, 31), released);
    }

    /** The day where the controller is established. */
    public LocalDate today() {
        return legalClock.day(clock.instant());
    }

    /** Why it is kept, as it was written last; empty once its key is gone. */
    public Optional<String> reason(HoldLine hold) {
        return vault.text(hold.hold().inVault(), Field.said(hold.said()));
    }

    /** Whose item it keeps; empty for a category of everybody. */
    public Optional<Account> account(HoldId hold) {
        return vault.text(hold.inVault(), Field.ACCOUNT).map(Account::new);
    }
}
