package org.innsyn.dsr.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.desk.FreshSignIn;
import org.innsyn.dsr.desk.OwnRequests;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transfer;
import org.innsyn.schemas.request.Transfers.Transferable;
import org.innsyn.schemas.request.TransfersApi;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** What a person says about where their data should go. */
@RestController
class TransfersController implements TransfersApi {

    private static final int LONGEST = 500;

    private final OwnRequests own;
    private final FreshSignIn freshSignIn;
    private final Connectors connectors;
    private final TransferAddresses addresses;
    private final TransferStore transfers;
    private final BiConsumer<RequestId, String> work;
    private final TransactionTemplate transaction;

    /** @param transferWork has a system's transfer carried out, in the caller's transaction */
    TransfersController(
            OwnRequests own,
            FreshSignIn freshSignIn,
            Connectors connectors,
            TransferAddresses addresses,
            TransferStore transfers,
            BiConsumer<RequestId, String> transferWork,
            TransactionTemplate transaction) {
        this.own = own;
        this.freshSignIn = freshSignIn;
        this.connectors = connectors;
        this.addresses = addresses;
        this.transfers = transfers;
        this.work = transferWork;
        this.transaction = transaction;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public Transfer startTransfer(UUID id, StartTransfer command) {
        var request = own.get(new RequestId(id));
        freshSignIn.require();
        var item = item(request, command.item());
        var target = new Target(address(command.address()), given("username", command.username()), given("password", command.password()));
        if (request.decidedAt() == null || request.right() != Right.PORTABILITY) {
            throw new Problem(409, "not-now", "Nothing can be transferred yet",
                    "Data is taken elsewhere once a request for portability is approved (GDPR Art. 20(2)). Nothing was changed.");
        }
        try {
            var begun = transaction.execute(_ -> {
                var transfer = transfers.begin(request.id(), item, target);
                work.accept(request.id(), item.system());
                return transfer;
            });
            return transfers.of(request.id()).stream().filter(each -> each.id().equals(begun)).findFirst().orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new Problem(409, "not-now", "A transfer is running", "This is being transferred already. Nothing was changed; wait until it is over.");
        }
    }

    private ItemKey item(RequestHistory request, String item) {
        return possible(request).map(Transferable::item).filter(each -> each.equals(item)).map(ItemKey::new).findFirst().orElseThrow(() -> invalid("item is none of this request that is given and can be put into an account elsewhere."));
    }

    private Stream<Transferable> possible(RequestHistory request) {
        return request.items().stream().filter(each -> each.decision().outcome() == Outcome.INCLUDE).map(ItemStory::holding)
                .flatMap(holding -> connectors.all().stream().filter(it -> it.system().equals(holding.item().system()) && it.abilities().contains(Ability.TRANSFER))
                        .map(it -> new Transferable(holding.item().value(), holding.category(), it.transferScheme())));
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public List<Transferable> transferable(UUID id) {
        var request = own.get(new RequestId(id));
        return request.decidedAt() == null || request.right() != Right.PORTABILITY ? List.of() : possible(request).toList();
    }

    private URI address(@Nullable String said) {
        try {
            var address = new URI(given("address", said));
            if (!addresses.isAddress(address)) {
                throw invalid("address begins with imaps:// for mail, with https:// for contacts and calendars, and names a server.");
            }
            addresses.require(address);
            return address;
        } catch (URISyntaxException e) {
            throw invalid("address is none.");
        } catch (SystemUnavailable e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field + " has 1 to " + LONGEST + " characters, without line breaks.");
        }
        return value;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public List<Transfer> transfers(UUID id) {
        return transfers.of(own.get(new RequestId(id)).id());
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
