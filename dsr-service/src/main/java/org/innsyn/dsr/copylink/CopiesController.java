package org.innsyn.dsr.copylink;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.dsr.copykey.CopyKeys;
import org.innsyn.dsr.desk.FreshSignIn;
import org.innsyn.dsr.desk.OwnRequests;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.export.LockedCopy;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.RequestCommand.FetchCopy;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.dsr.withholding.WithheldRecords;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.CopyLinks;
import org.innsyn.schemas.request.CopyLinks.CopyLink;
import org.innsyn.schemas.request.CopyLinks.MakeCopyLink;
import org.innsyn.schemas.request.CopyLinks.RedeemCopyLink;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Withholdings.WithheldPart;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Makes links to copies, and takes them in. */
@RestController
class CopiesController implements CopiesApi {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int LONGEST_PASSWORD = 100;
    private static final Field PASSWORD = Field.COPY_PASSWORD;

    private final OwnRequests own;
    private final RequestHistories histories;
    private final CopyLinkStore links;
    private final CopyStore store;
    private final CopyKeys signing;
    private final RequestVault vault;
    private final WithheldRecords withheld;
    private final RequestDispatcher requests;
    private final FreshSignIn freshSignIn;
    private final TransactionTemplate transaction;
    private final HttpServletResponse response;
    private final Clock clock;

    /** @param response the answer to the current call */
    CopiesController(
            OwnRequests own,
            RequestHistories histories,
            CopyLinkStore links,
            CopyStore store,
            CopyKeys signing,
            RequestVault vault,
            WithheldRecords withheld,
            RequestDispatcher requests,
            FreshSignIn freshSignIn,
            TransactionTemplate transaction,
            HttpServletResponse response,
            Clock clock) {
        this.own = own;
        this.histories = histories;
        this.links = links;
        this.store = store;
        this.signing = signing;
        this.vault = vault;
        this.withheld = withheld;
        this.requests = requests;
        this.freshSignIn = freshSignIn;
        this.transaction = transaction;
        this.response = response;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public CopyLink makeLink(UUID id, MakeCopyLink command) {
        var request = own.get(new RequestId(id));
        freshSignIn.require();
        String password = password(command.password());
        var copy = request.copy();
        if (copy == null || !copy.expiresAt().isAfter(clock.instant())) {
            throw new Problem(409, "not-now", "There is no copy to fetch", "It is not made yet, or its time is over. You can ask for a new one.");
        }
        Instant expiresAt = earlier(clock.instant().plus(LIFE), copy.expiresAt());
        String token = transaction.execute(_ -> {
            if (password == null) {
                vault.remove(request.id(), PASSWORD);
            } else {
                vault.put(request.id(), PASSWORD, password);
            }
            return links.make(request.id(), expiresAt);
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new CopyLink(token, expiresAt, password != null);
    }

    private static @Nullable String password(@Nullable String password) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (password.length() < CopyLinks.SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD || password.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(422, "invalid", "Something in it is wrong",
                    "password has %d to %d characters, without line breaks. Nothing was changed.".formatted(CopyLinks.SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        return password;
    }

    /** Before the decision nothing of it is settled. */
    @Override
    @PreAuthorize("hasRole('subject')")
    public List<WithheldPart> withheld(UUID id) {
        var request = own.get(new RequestId(id));
        if (request.decidedAt() == null) {
            return List.of();
        }
        var given = request.items().stream().filter(each -> each.decision().outcome() == Outcome.INCLUDE).map(each -> each.holding().item()).toList();
        var counted = new LinkedHashMap<WithheldPart, Long>();
        withheld.of(request.id()).stream().filter(each -> given.contains(each.item()))
                .forEach(each -> counted.merge(new WithheldPart(each.item().value(), 0, each.ground(), Grounds.text(each.ground()).orElse(null)), 1L, Long::sum));
        return counted.entrySet().stream().map(each -> new WithheldPart(each.getKey().item(), each.getValue(), each.getKey().ground(), each.getKey().groundText())).toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Resource redeem(RedeemCopyLink link) {
        var fetched = transaction.execute(_ -> fetch(link));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("copy-" + fetched.request().reference() + (fetched.password() == null ? ".zip" : "-locked.zip")).build().toString());
        try {
            var content = store.open(fetched.request().id(), fetched.key());
            long size = fetched.request().copy().sizeBytes();
            return new InputStreamResource(fetched.password() == null
                    ? content
                    : LockedCopy.of(content, size, "copy-" + fetched.request().reference() + ".zip", fetched.password())) {
                @Override
                public long contentLength() {
                    return fetched.password() == null ? size : -1;
                }
            };
        } catch (IOException e) {
            throw new Problem(500, "unexpected", "The copy cannot be read", "Its file is missing or damaged. Ask for a new copy; nothing else is affected.");
        }
    }

    @Override
    public String keys() {
        return signing.all().stream().map(key -> key.verifierKey() + "\n").collect(Collectors.joining());
    }

    private record Fetched(RequestHistory request, byte[] key, @Nullable String password) {}

    /** All or nothing: a link is spent only if there is a copy. */
    private Fetched fetch(RedeemCopyLink link) {
        var request = links.spend(link.token() == null ? "" : link.token()).map(histories::get).orElseThrow(CopiesController::notFound);
        var key = vault.bytes(request.id(), Field.COPY_KEY).orElseThrow(CopiesController::notFound);
        var password = vault.text(request.id(), PASSWORD).orElse(null);
        vault.remove(request.id(), PASSWORD);
        requests.send(new FetchCopy(request.id(), request.person(), clock.instant()));
        return new Fetched(request, key, password);
    }

    private static Problem notFound() {
        return new Problem(404, "not-found", "This link does not work", "It was used already, or its time is over. A new one can be made where you asked for the copy.");
    }
}
