package org.innsyn.dsr.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.Operation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people can be written to: what the company knew before they asked, never what a request says. Kept with the request from the first letter on, so
 * that the last one arrives though the address is erased by then.
 */
@Component
public class KnownAddresses {

    private final MailSettings settings;
    private final Connectors connectors;
    private final RequestVault vault;
    private final AccessReports reports;
    private final TransactionTemplate transaction;

    KnownAddresses(MailSettings settings, Connectors connectors, RequestVault vault, AccessReports reports, TransactionTemplate transaction) {
        this.settings = settings;
        this.connectors = connectors;
        this.vault = vault;
        this.reports = reports;
        this.transaction = transaction;
    }

    /**
     * The address of who asks; empty when none is known.
     *
     * @param reference the request's, under which looking it up is recorded
     */
    public Optional<String> of(RequestId request, String reference) {
        var kept = vault.text(request, Field.ADDRESS);
        if (kept.isPresent()) {
            return kept;
        }
        var account = vault.text(request, Field.ACCOUNT).map(Account::new);
        var found = account.flatMap(this::lookUp).filter(address -> MailRoom.address(address).isPresent());
        found.ifPresent(address -> transaction.executeWithoutResult(_ -> {
            vault.put(request, Field.ADDRESS, address);
            if (settings.addressFrom() != null) {
                var connector = connectors.named(item().system());
                reports.carriedOut(request, reference, account.orElseThrow(), Operation.READ, connector.object(), List.of("contact-details"));
            }
        }));
        return found;
    }

    private Optional<String> lookUp(Account account) {
        if (settings.addressFrom() != null) {
            return fromSystem(account);
        }
        return Optional.ofNullable(settings.address()).map(pattern -> pattern.replace("{account}", account.value()));
    }

    private ItemKey item() {
        return new ItemKey(Objects.requireNonNull(settings.addressFrom()).split(":")[0]);
    }

    private Optional<String> fromSystem(Account account) {
        String field = Objects.requireNonNull(settings.addressFrom()).substring(settings.addressFrom().indexOf(':') + 1);
        try (var snapshot = connectors.named(item().system()).open(account)) {
            if (!(snapshot.content(item()) instanceof Content.Rows rows) || !rows.fields().contains(field)) {
                throw new IllegalStateException("innsyn.mail.address-from names no field of a table.");
            }
            int place = rows.fields().indexOf(field);
            var first = new String[1];
            rows.read(values -> {
                if (first[0] == null && values.get(place) != null) {
                    first[0] = String.valueOf(values.get(place));
                }
            });
            return Optional.ofNullable(first[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
