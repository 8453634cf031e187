package org.innsyn.dsr.desk;

import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.hold.HoldId;
import org.innsyn.dsr.hold.HoldScope;
import org.innsyn.dsr.hold.register.HoldLine;
import org.innsyn.dsr.hold.register.Holds;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldCommands.Review;
import org.innsyn.schemas.hold.HoldView;
import org.innsyn.schemas.hold.HoldsApi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** The API of legal holds. */
@RestController
class HoldsController implements HoldsApi {

    private static final String NAME = "[a-z][a-z0-9-]{0,39}";

    private final Holds holds;
    private final Once once;
    private final FreshSignIn freshSignIn;
    private final AccessReports reports;
    private final TransactionTemplate transaction;

    HoldsController(Holds holds, Once once, FreshSignIn freshSignIn, AccessReports reports, TransactionTemplate transaction) {
        this.holds = holds;
        this.once = once;
        this.freshSignIn = freshSignIn;
        this.reports = reports;
        this.transaction = transaction;
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller')")
    public HoldView place(Place command) {
        Texts.given("ground", command.ground());
        Texts.given("owner", command.owner());
        Texts.given("reviewOn", command.reviewOn());
        Texts.needed("reason", command.reason(), "It is kept encrypted, for whoever looks at the hold again.");
        var scope = scope(command);
        var account = command.account() == null ? null : new Account(command.account().strip());
        var reader = Reader.current();
        refuseOwn(reader, account);
        var id = once.runFor(reader, command, () -> holds.place(
                scope, account, command.ground(), command.owner(), command.reviewOn(), command.reason(), reader.party()).value());
        return view(found(id), null);
    }

    private static HoldScope scope(Place command) {
        if (command.item() != null && command.category() == null) {
            if (command.account() == null || command.account().isBlank() || command.account().length() > 200) {
                throw Texts.invalid("account says whose item it is, in at most 200 characters.");
            }
            var item = new ItemKey(command.item());
            if (item.value().length() > 120 || !item.system().matches(NAME) || command.system() != null && !command.system().equals(item.system())) {
                throw Texts.invalid("item is the key of a request's item, such as demo/invoices, and system its first part or nothing.");
            }
            return HoldScope.itemOfAPerson(item);
        }
        if (command.item() != null || command.category() == null || command.account() != null) {
            throw Texts.invalid("A hold keeps a system's category of everybody, or the item of one account: exactly one of category and item is given.");
        }
        if (command.system() == null || !command.system().matches(NAME) || !command.category().matches("[a-z][a-z0-9.-]{0,59}")) {
            throw Texts.invalid("system and category are names such as demo and billing.");
        }
        return HoldScope.category(command.system(), command.category());
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public List<HoldView> holds(boolean due, boolean released) {
        return holds.all(due, released).stream().map(line -> view(line, null)).toList();
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public HoldView hold(UUID id) {
        var line = found(id);
        holds.account(line.hold()).ifPresent(account -> recordReading(line, account, Reader.current()));
        return view(line, holds.reason(line).orElse(null));
    }

    private void recordReading(HoldLine line, Account account, Reader reader) {
        try {
            transaction.executeWithoutResult(_ -> reports.requestRead(
                    line.hold().inVault(), "hold " + line.hold(), account, reader.signedIn().id(), reader.signedIn().unit().orElse(null), reader.role()));
        } catch (RuntimeException e) {
            throw new Problem(503, "reading-not-recorded", "This cannot be shown now",
                    "That you look at this hold could not be recorded, so it is not shown. Try again in a moment.");
        }
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller')")
    public HoldView review(UUID id, Review command) {
        Texts.given("reviewOn", command.reviewOn());
        Texts.needed("reason", command.reason(), "It says why the hold is still needed.");
        var reader = Reader.current();
        var hold = found(id).hold();
        refuseOwn(reader, holds.account(hold).orElse(null));
        once.runFor(reader, command, () -> {
            holds.review(hold, command.version(), command.reviewOn(), command.reason(), reader.party());
            return id;
        });
        return view(found(id), null);
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public HoldView release(UUID id, Release command) {
        Texts.needed("reason", command.reason(), "It says why the hold is not needed any more.");
        var reader = Reader.current();
        var hold = found(id).hold();
        refuseOwn(reader, holds.account(hold).orElse(null));
        freshSignIn.require();
        once.runFor(reader, command, () -> {
            holds.release(hold, command.version(), command.reason(), reader.party());
            return id;
        });
        return view(found(id), null);
    }

    private static void refuseOwn(Reader reader, @Nullable Account account) {
        if (account != null && reader.signedIn().account().filter(account.value()::equals).isPresent()) {
            throw new Rejected(Rejected.Reason.SAME_PERSON, "Nobody decides about their own data. Nothing was changed; somebody else has to do it.");
        }
    }

    private HoldLine found(UUID id) {
        return holds.find(new HoldId(id)).orElseThrow(() -> new Problem(404, "not-found", "No such hold", "There is no hold here."));
    }

    private HoldView view(HoldLine line, @Nullable String reason) {
        var item = line.scope().item();
        return new HoldView(
                line.hold().value(), line.scope().system(), line.scope().category(), item == null ? null : item.value(), line.ground(),
                Grounds.text(line.ground()).orElse(line.ground()), line.owner(), line.reviewOn(),
                line.releasedAt() == null && !line.reviewOn().isAfter(holds.today()), line.placedAt(), line.releasedAt(), reason, line.onHold(), line.begun(),
                line.version());
    }
}
