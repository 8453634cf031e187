package org.innsyn.dsr.receipt;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.copykey.CopyKeys;
import org.innsyn.dsr.desk.OwnRequests;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestEvent.ItemErasedAgain;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.Receipt;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Makes receipts from what stands on record. Nothing in them is from the vault. */
@RestController
class ReceiptsController implements ReceiptsApi {

    private final OwnRequests own;
    private final CopyKeys signing;
    private final HttpServletResponse response;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param response the answer to the current call */
    ReceiptsController(OwnRequests own, CopyKeys signing, HttpServletResponse response, Clock clock) {
        this.own = own;
        this.signing = signing;
        this.response = response;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public String receipt(UUID id) {
        var request = own.view(new RequestId(id));
        if (request.state() != RequestState.DONE && request.state() != RequestState.PARTLY_DONE) {
            throw new Problem(409, "not-now", "There is no receipt yet", "A receipt tells what was carried out, and nothing of this request was. Ask again when it is done.");
        }
        var key = signing.current();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return key.signReceipt(json.writeValueAsString(receipt(request, erasedAgain(own.get(new RequestId(id))), key.verifierKey())));
    }

    private Receipt receipt(RequestView request, Map<String, Instant> erasedAgain, String key) {
        return new Receipt(request.id(), request.reference(), request.right(), request.state(), request.receivedAt(), clock.instant().truncatedTo(ChronoUnit.SECONDS),
                request.items().stream().map(item -> item(item, erasedAgain.get(item.key()))).toList(), key);
    }

    /** By item: when what a restored backup had brought back was last erased once more. */
    private static Map<String, Instant> erasedAgain(RequestHistory request) {
        var times = new HashMap<String, Instant>();
        for (var event : request.events()) {
            switch (event) {
                case ItemErasedAgain it -> times.put(it.result().item().value(), it.at());
                // Looked up, decided and erased anew since: the other times are that answer's.
                case RequestReopened _ -> times.clear();
                default -> {}
            }
        }
        return times;
    }

    private static Receipt.Item item(RequestItem item, @Nullable Instant erasedAgainAt) {
        return new Receipt.Item(item.key(), item.category(), item.proposal(), item.state(), item.affected(), item.hold() == null ? item.ground() : item.hold().ground(),
                item.keptUntil(), item.readBackAt(), item.unreadableSince(), item.beyondRecoverySince(), item.byHand(), erasedAgainAt);
    }
}
