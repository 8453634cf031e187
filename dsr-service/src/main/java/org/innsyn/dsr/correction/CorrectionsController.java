package org.innsyn.dsr.correction;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.desk.StaffReading;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.request.CorrectionCommands;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionCommands.CorrectableItem;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionList;
import org.innsyn.schemas.request.CorrectionCommands.Drop;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Takes down what is to be corrected. */
@RestController
class CorrectionsController implements CorrectionsApi {

    private final StaffReading reading;
    private final Connectors connectors;
    private final Corrections corrections;
    private final RequestDispatcher requests;
    private final RequestVault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CorrectionsController(
            StaffReading reading, Connectors connectors, Corrections corrections, RequestDispatcher requests, RequestVault vault, TransactionTemplate transaction, Clock clock) {
        this.reading = reading;
        this.connectors = connectors;
        this.corrections = corrections;
        this.requests = requests;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasAnyRole('subject', 'case-handler', 'controller', 'dpo')")
    public CorrectionList corrections(UUID id) {
        return list(reading.read(new RequestId(id)));
    }

    @Override
    @PreAuthorize("hasAnyRole('subject', 'case-handler')")
    public CorrectionList correct(UUID id, Correct command) {
        var request = undecided(id, command.version());
        var item = new ItemKey(String.valueOf(command.item()));
        if (command.field() == null || !possible().getOrDefault(item, List.of()).contains(command.field())) {
            throw invalid("item and field name nothing that a system here can correct itself; people correct it when the request says what is wrong.");
        }
        String value = command.value();
        if (value == null || value.isBlank() || value.length() > CorrectionCommands.LONGEST_VALUE || value.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            throw invalid("value has 1 to %,d characters and no control characters.".formatted(CorrectionCommands.LONGEST_VALUE));
        }
        String record = record(item, command.record());
        transaction.executeWithoutResult(_ -> {
            preparedAnew(request, command.version(), item);
            corrections.put(request.id(), new Correction(item, command.field(), value.strip(), record), SignedIn.current().id());
        });
        return list(request);
    }

    private @Nullable String record(ItemKey item, @Nullable String record) {
        if (record == null) {
            return null;
        }
        if (recordKey(item) == null) {
            throw invalid("record names one of several records, and those of this item cannot be told apart.");
        }
        if (record.isBlank() || record.length() > CorrectionCommands.LONGEST_KEY || record.chars().anyMatch(Character::isISOControl)) {
            throw invalid("record has 1 to %d characters and no control characters.".formatted(CorrectionCommands.LONGEST_KEY));
        }
        return record.strip();
    }

    private @Nullable String recordKey(ItemKey item) {
        return connectors.all().stream().filter(connector -> connector.system().equals(item.system())).flatMap(connector -> connector.recordKey(item).stream()).findFirst().orElse(null);
    }

    @Override
    @PreAuthorize("hasAnyRole('subject', 'case-handler')")
    public CorrectionList drop(UUID id, Drop command) {
        var request = undecided(id, command.version());
        if (command.correction() == null) {
            throw invalid("correction names what is taken back.");
        }
        transaction.executeWithoutResult(_ -> {
            preparedAnew(request, command.version(), null);
            if (!corrections.remove(request.id(), command.correction())) {
                throw new Problem(404, "not-found", "There is no correction of that name", "It was taken back already, or never there. Nothing was changed.");
            }
        });
        return list(request);
    }

    /**
     * So that nobody approves another correction than the one they saw, and nobody their own.
     *
     * @param written the item it was written to: it is proposed to be corrected from now on, and not left as not concerned
     */
    private void preparedAnew(RequestHistory request, long version, @Nullable ItemKey written) {
        if (request.state() == RequestState.PREPARED) {
            var decisions = request.decisions().stream()
                    .map(each -> each.item().equals(written) && each.outcome() == Outcome.NOT_CONCERNED ? new Decision(written, Outcome.CORRECT, null) : each).toList();
            requests.send(new PrepareRequest(request.id(), version, decisions, by(request), clock.instant()));
        }
    }

    /** Somebody whose account it is about is the person who asked. */
    private Party by(RequestHistory request) {
        var caller = SignedIn.current();
        return caller.account().isPresent() && caller.account().equals(vault.text(request.id(), Field.ACCOUNT)) ? request.person() : new Party(caller.id());
    }

    private RequestHistory undecided(UUID id, long version) {
        var request = reading.read(new RequestId(id));
        boolean open = switch (request.state()) {
            case SUBMITTED, ASSESSED -> true;
            case PREPARED -> SignedIn.current().has("case-handler");
            default -> false;
        };
        if (!open || request.right() != Right.RECTIFICATION) {
            throw new Problem(409, "not-now", "This cannot be changed now",
                    "What is to be corrected is written down in a request for rectification before it is decided, by the person before it is prepared. Nothing was changed.");
        }
        if (request.version() != version) {
            throw new Rejected(Reason.STALE, "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
        }
        return request;
    }

    private CorrectionList list(RequestHistory request) {
        return new CorrectionList(
                possible().entrySet().stream().map(each -> new CorrectableItem(each.getKey().value(), each.getValue(), recordKey(each.getKey()))).sorted((one, other) -> one.item().compareTo(other.item())).toList(),
                corrections.list(request.id()));
    }

    private Map<ItemKey, List<String>> possible() {
        var possible = new TreeMap<ItemKey, List<String>>();
        connectors.all().stream().map(Connector::rectifiable).forEach(possible::putAll);
        return possible;
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
