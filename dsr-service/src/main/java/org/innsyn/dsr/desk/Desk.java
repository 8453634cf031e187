package org.innsyn.dsr.desk;

import java.time.Clock;
import java.util.Optional;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.RequestCommand;
import org.innsyn.dsr.request.RequestCommand.SubmitRequest;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.RequestCommands.Submit;
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
    private final LegalClock legalClock;
    private final RandomSource random;
    private final Clock clock;

    Desk(
            RequestDispatcher requests,
            TransactionTemplate transaction,
            RequestHistories histories,
            RequestRegister register,
            RequestVault vault,
            AccessReports reports,
            LegalClock legalClock,
            RandomSource random,
            Clock clock) {
        this.requests = requests;
        this.transaction = transaction;
        this.histories = histories;
        this.register = register;
        this.vault = vault;
        this.reports = reports;
        this.legalClock = legalClock;
        this.random = random;
        this.clock = clock;
    }

    /** The person's open request of this right, or a new one. */
    RequestId submit(Submit wish, Account account, Reader reader) {
        return register.open(reader.party(), wish.right()).orElseGet(() -> submitNew(wish, account, reader));
    }

    private RequestId submitNew(Submit wish, Account account, Reader reader) {
        var request = new RequestId(random.randomId());
        var now = clock.instant();
        try {
            transaction.executeWithoutResult(_ -> {
                vault.put(request, Field.ACCOUNT, account.value());
                write(request, Field.MESSAGE, wish.message());
                requests.send(new SubmitRequest(
                        request, Reference.next(random), wish.right(), reader.party(), legalClock.answerTo(now), now));
            });
            return request;
        } catch (DuplicateKeyException e) {
            // Another browser of the same person was faster.
            return register.open(reader.party(), wish.right()).orElseThrow(() -> e);
        }
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
        var request = find(id).filter(reader::mayRead).orElseThrow(Desk::notFound);
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
