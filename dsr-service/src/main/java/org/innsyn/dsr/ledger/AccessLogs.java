package org.innsyn.dsr.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.ledger.LedgersApi.LedgerQuery;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Where people's access logs stand. */
@Component
public class AccessLogs {

    private final LedgersApi ledgers;

    AccessLogs(LedgersApi ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Where the person's log stands now; empty when nothing was ever recorded or it was shredded.
     *
     * @throws SystemUnavailable when the audit-service cannot be asked
     */
    public Optional<LedgerPosition> position(Account account) {
        try {
            var head = ledgers.find(new LedgerQuery(account.value()));
            return Optional.of(new LedgerPosition(head.ledger(), head.number()));
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        } catch (RestClientException _) {
            throw new SystemUnavailable("The audit service could not say where the access log stands. Nothing was changed.");
        }
    }

    /**
     * The names of those to whom the log says data was passed on (CJEU C-154/21), up to where it was.
     *
     * @throws SystemUnavailable when the log cannot be read whole
     */
    public TreeSet<String> recipients(LedgerPosition position) {
        try {
            var names = new TreeSet<String>();
            for (long after = 0; after < position.head();) {
                var page = ledgers.entries(position.ledger(), after, position.head(), LedgersApi.MAX_SIZE);
                page.stream().map(entry -> entry.details() == null ? null : entry.details().recipient()).filter(Objects::nonNull).forEach(names::add);
                after = page.isEmpty() ? position.head() : page.getLast().number();
            }
            return names;
        } catch (HttpClientErrorException.NotFound _) {
            return new TreeSet<>();
        } catch (RestClientException _) {
            throw new SystemUnavailable("The audit service could not say to whom data was passed on. It is asked again.");
        }
    }
}
