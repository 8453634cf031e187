package org.innsyn.dsr.withholding;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.desk.StaffReading;
import org.innsyn.dsr.export.ItemContents;
import org.innsyn.dsr.export.WithheldRecord;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.request.Rights;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.WithholdingApi;
import org.innsyn.schemas.request.Withholdings;
import org.innsyn.schemas.request.Withholdings.Contents;
import org.innsyn.schemas.request.Withholdings.Give;
import org.innsyn.schemas.request.Withholdings.RecordLine;
import org.innsyn.schemas.request.Withholdings.Withhold;
import org.innsyn.schemas.request.Withholdings.Withholding;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** What case-handlers look at and keep out before a copy is made. */
@RestController
class WithholdingController implements WithholdingApi {

    private final StaffReading reading;
    private final Connectors connectors;
    private final WithheldRecords records;
    private final RequestVault vault;
    private final TransactionTemplate transaction;

    WithholdingController(StaffReading reading, Connectors connectors, WithheldRecords records, RequestVault vault, TransactionTemplate transaction) {
        this.reading = reading;
        this.connectors = connectors;
        this.records = records;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller')")
    public Contents contents(UUID id, @Nullable String item, long after) {
        var request = open(id);
        var key = item(request, item);
        var withheld = records.of(request.id()).stream().filter(each -> each.item().equals(key)).map(WithheldRecord::record).toList();
        try {
            var account = new Account(vault.text(request.id(), Field.ACCOUNT).orElseThrow());
            var connector = connectors.named(key.system());
            connector.prepare(account);
            var part = ItemContents.of(connector, account, key, Math.max(0, after), Withholdings.MOST_SHOWN);
            return new Contents(part.lines().stream().map(line -> new RecordLine(line.record(), line.text(), withheld.contains(line.record()))).toList(), part.more());
        } catch (AnswerAwaited e) {
            throw new Problem(503, "system-unavailable", "The system answers later", "It was asked and takes its time. Nothing was changed; look again later.")
                    .retryAfter(e.pause());
        } catch (SystemUnavailable e) {
            throw new Problem(503, "system-unavailable", "The system does not answer", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Problem(503, "system-unavailable", "The system does not answer", "What it holds could not be read to its end. Nothing was changed.");
        }
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public List<Withholding> withholdings(UUID id) {
        return records.list(reading.read(new RequestId(id)).id());
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public List<Withholding> withhold(UUID id, Withhold command) {
        var request = open(id);
        var key = item(request, command.item());
        if (command.record() == null || !command.record().matches("[0-9a-f]{24}")) {
            throw invalid("record names one of the records that were listed.");
        }
        boolean known = Grounds.all().stream().anyMatch(ground -> ground.key().equals(command.ground())
                && ground.outcomes().contains(Outcome.LEAVE_OUT) && ground.rights().contains(request.right()));
        if (!known) {
            throw invalid("ground is none that the law gives for leaving something out of this copy.");
        }
        transaction.executeWithoutResult(_ -> records.add(request.id(), new WithheldRecord(key, command.record(), command.ground()), SignedIn.current().id()));
        return records.list(request.id());
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public List<Withholding> give(UUID id, Give command) {
        var request = open(id);
        if (command.withholding() == null) {
            throw invalid("withholding names what was withheld.");
        }
        if (!Boolean.TRUE.equals(transaction.execute(_ -> records.lift(request.id(), command.withholding(), SignedIn.current().id())))) {
            throw new Problem(404, "not-found", "Nothing is withheld by that name", "It was given already, or never withheld. Nothing was changed.");
        }
        return records.list(request.id());
    }

    /** A request whose copy is not made yet, or could not be made. */
    private RequestHistory open(UUID id) {
        var request = reading.read(new RequestId(id));
        boolean early = request.state() == RequestState.ASSESSED || request.state() == RequestState.PREPARED || request.state() == RequestState.PARTLY_DONE;
        if (!early || !Rights.isCopy(request.right())) {
            throw new Problem(409, "not-now", "This cannot be withheld now",
                    "Records are withheld from a copy after its systems were searched and before it is made. Nothing was changed.");
        }
        return request;
    }

    private static ItemKey item(RequestHistory request, @Nullable String item) {
        return request.items().stream()
                .map(each -> each.holding().item())
                .filter(each -> each.value().equals(item) && !each.equals(ItemKey.ACCESS_LOG))
                .findFirst()
                .orElseThrow(() -> invalid("item is none of this request whose records can be withheld."));
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
