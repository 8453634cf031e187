package org.innsyn.dsr.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestCommand;
import org.innsyn.dsr.request.RequestCommand.JoinDuplicate;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.AccountHashes;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Language;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries people's commands to a request; what they wrote goes into the vault in the same transaction as the event. */
@Component
class Desk {

    private final RequestDispatcher requests;
    private final TransactionTemplate transaction;
    private final RequestHistories histories;
    private final RequestRegister register;
    private final RequestVault vault;
    private final AccessReports reports;
    private final AccountHashes accounts;
    private final RandomSource random;
    private final Clock clock;

    Desk(
            RequestDispatcher requests,
            TransactionTemplate transaction,
            RequestHistories histories,
            RequestRegister register,
            RequestVault vault,
            AccessReports reports,
            AccountHashes accounts,
            RandomSource random,
            Clock clock) {
        this.requests = requests;
        this.transaction = transaction;
        this.histories = histories;
        this.register = register;
        this.vault = vault;
        this.reports = reports;
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
    }

    /** The person's open request of this right, or a new one. What they say to an open one is joined to it. */
    RequestId submit(Submit wish, Account account, Reader reader) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var hash = accounts.of(account);
            register.lock(hash, wish.right());
            var now = clock.instant();
            var open = register.open(reader.party(), hash, wish.right());
            open.filter(_ -> wish.message() != null && !wish.message().isBlank())
                    .ifPresent(request -> join(request, Channel.PORTAL, now, wish.message(), partyIn(histories.get(request), reader)));
            return open.orElseGet(() -> submitNew(
                    wish.right(), account, wish.message(), wish.language(), Channel.PORTAL, new Receipt(now, now), reader.party(), null));
        }));
    }

    /** A request that came by another way: joined to the open one of the same right and account, or a new one. */
    RequestId enter(Enter wish, Account account, Reader handler) {
        var receipt = new Receipt(wish.receivedAt(), wish.recognisedAt() == null ? wish.receivedAt() : wish.recognisedAt());
        return Objects.requireNonNull(transaction.execute(_ -> {
            var hash = accounts.of(account);
            register.lock(hash, wish.right());
            // Who is not known from the portal has no sign-in yet: a random name stands for them.
            var person = register.personOf(hash).orElseGet(() -> new Party(random.randomId().toString()));
            var open = register.open(person, hash, wish.right());
            // Who enters it for their own account is the person themselves, and is refused.
            var by = handler.signedIn().account().filter(account.value()::equals).map(_ -> person).orElse(handler.party());
            open.ifPresent(request -> join(request, wish.channel(), receipt.receivedAt(), wish.message(), by));
            return open.orElseGet(() -> submitNew(wish.right(), account, wish.message(), wish.language(), wish.channel(), receipt, person, by));
        }));
    }

    private RequestId submitNew(
            Right right, Account account, @Nullable String message, @Nullable Language language, Channel channel, Receipt receipt, Party person, @Nullable Party enteredBy) {
        var request = new RequestId(random.randomId());
        vault.put(request, Field.ACCOUNT, account.value());
        write(request, Field.MESSAGE, message);
        write(request, Field.LANGUAGE, language == null ? null : language.name());
        requests.send(new SubmitRequest(
                request, Reference.next(random), right, person, channel, receipt.receivedAt(), receipt.recognisedAt(), enteredBy, clock.instant()));
        register.account(request, accounts.of(account));
        return request;
    }

    private void join(RequestId request, Channel channel, Instant receivedAt, @Nullable String message, Party by) {
        var said = said(request, message);
        requests.send(new JoinDuplicate(request, channel, receivedAt, said, by, clock.instant()));
    }

    private record Receipt(Instant receivedAt, Instant recognisedAt) {}

    /** Keeps what was said, in the caller's transaction, and gives it a name; null when nothing was. */
    @Nullable UUID said(RequestId request, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var name = random.randomId();
        vault.put(request, Field.said(name), text.strip());
        return name;
    }

    /** Sends a command about which something is said; it is kept only if the command succeeds. */
    void send(RequestId request, @Nullable String text, Function<@Nullable UUID, RequestCommand> command) {
        transaction.executeWithoutResult(_ -> requests.send(command.apply(said(request, text))));
    }

    /** The same, with what shows that the person was told. */
    void sendWithRecord(RequestId request, String text, @Nullable String record, Function<@Nullable UUID, RequestCommand> command) {
        send(request, text, said -> {
            write(request, Field.deliveryRecord(Objects.requireNonNull(said)), record);
            return command.apply(said);
        });
    }

    /** Takes a closed request up again, unless the person has asked for the same anew in the meantime. */
    void reopen(RequestId request, String text, Function<@Nullable UUID, RequestCommand> command) {
        try {
            send(request, text, command);
        } catch (DuplicateKeyException _) {
            throw new Problem(409, "not-now", "Another one is open", "There is an open request of the same right for the same person. Nothing was changed; go on with that one.");
        }
    }

    /**
     * As whom the reader acts on a request: somebody whose account it is about is the person who asked, whatever they signed in with and whoever
     * entered it.
     */
    Party partyIn(RequestHistory request, Reader reader) {
        var account = reader.signedIn().account();
        return account.isPresent() && account.equals(vault.text(request.id(), Field.ACCOUNT)) ? request.person() : reader.party();
    }

    private boolean mayRead(RequestHistory request, Reader reader) {
        return reader.isStaff() || request.person().equals(partyIn(request, reader));
    }

    /** A person's own requests, newest first. */
    List<RequestId> mine(Reader reader) {
        return register.of(reader.party(), reader.signedIn().account().map(account -> accounts.of(new Account(account))).orElse(null));
    }

    /** Sends a command; {@code text}, where there is one, is kept under {@code field} only if the command succeeds. */
    void send(RequestCommand command, Field field, @Nullable String text) {
        transaction.executeWithoutResult(_ -> {
            write(command.request(), field, text);
            send(command);
        });
    }

    void send(RequestCommand command) {
        requests.send(command);
    }

    private void write(RequestId request, Field field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            vault.put(request, field, text.strip());
        }
    }

    /**
     * A request for its reader. Staff who read it access personal data: that is written down first.
     *
     * @throws Problem not-found, also when it is somebody else's; reading-not-recorded when the access could not be written down
     */
    RequestHistory read(RequestId id, Reader reader) {
        var request = find(id).filter(it -> mayRead(it, reader)).orElseThrow(Desk::notFound);
        if (reader.isStaff()) {
            try {
                transaction.executeWithoutResult(_ -> vault.text(id, Field.ACCOUNT).ifPresent(account -> reports.requestRead(
                        id, request.reference(), new Account(account), reader.signedIn().id(), reader.signedIn().unit().orElse(null), reader.role())));
            } catch (RuntimeException e) {
                throw new Problem(503, "reading-not-recorded", "This cannot be shown now",
                        "That you look at this request could not be recorded, so it is not shown. What you changed, if you did, is kept. Try again in a moment.");
            }
        }
        return request;
    }

    Optional<RequestHistory> find(RequestId id) {
        return histories.find(id);
    }

    Account account(RequestId id) {
        return vault.text(id, Field.ACCOUNT).map(Account::new).orElseThrow(() -> new Problem(
                409, "not-now", "Nothing is known of the person any more", "The data of this request is erased. Nothing was changed."));
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "No such request", "There is no request here, or it is not yours.");
    }
}
