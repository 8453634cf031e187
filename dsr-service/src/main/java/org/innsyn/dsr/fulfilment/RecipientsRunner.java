package org.innsyn.dsr.fulfilment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.ledger.AccessLogs;
import org.innsyn.dsr.notice.MailSettings;
import org.innsyn.dsr.notice.Notice;
import org.innsyn.dsr.notice.Notices;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.request.RequestEvent.ItemCarriedOut;
import org.innsyn.dsr.request.RequestEvent.ItemDoneByHand;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells everybody who was given the data that it was erased, corrected or restricted (GDPR Art. 19): those the access log names, read before the log
 * may be shredded, and those whom the settings say a system's data goes to.
 */
@Component
class RecipientsRunner implements TaskRunner {

    private static final Set<Outcome> TOLD = Set.of(Outcome.ERASE, Outcome.CORRECT, Outcome.RESTRICT);

    private final RequestHistories histories;
    private final AccessLogs accessLogs;
    private final Notices notices;
    private final MailSettings settings;
    private final RequestVault vault;
    private final TaskQueue queue;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    RecipientsRunner(
            RequestHistories histories,
            AccessLogs accessLogs,
            Notices notices,
            MailSettings settings,
            RequestVault vault,
            TaskQueue queue,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.histories = histories;
        this.accessLogs = accessLogs;
        this.notices = notices;
        this.settings = settings;
        this.vault = vault;
        this.queue = queue;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.RECIPIENTS;
    }

    @Override
    public Progress run(FulfilmentTask task) {
        var request = histories.get(task.request());
        if (!NoticePlanner.concernsRecipients(request.right())) {
            return new Progress.Finished(() -> {});
        }
        var logged = logged(request);
        return new Progress.Finished(() -> {
            var before = notices.of(request.id()).stream().filter(notice -> notice.kind() == NoticeKind.RECIPIENT).toList();
            logged.forEach(title -> tell(request, title, done(request, since(before, title)).isEmpty(), task));
            settings.recipients().values().stream().filter(known -> !logged.contains(known.title())).forEach(known -> tell(
                    request, known.title(), done(request, since(before, known.title())).stream().noneMatch(item -> known.systems().contains(item.system())), task));
        });
    }

    private void tell(RequestHistory request, String title, boolean nothingNew, FulfilmentTask task) {
        if (!nothingNew) {
            notices.plan(request.id(), NoticeKind.RECIPIENT, request.version(), title)
                    .ifPresent(notice -> queue.add(request.id(), TaskKind.NOTICE, notice.toString(), task.createdAt()));
        }
    }

    private static long since(List<Notice> before, String title) {
        return before.stream().filter(notice -> title.equals(notice.recipient())).mapToLong(Notice::about).max().orElse(-1);
    }

    /** What was carried out after an event that concerns who was given it; the log itself was given to nobody. */
    private static List<ItemKey> done(RequestHistory request, long since) {
        List<RequestEvent> events = request.events();
        return events.subList(Math.toIntExact(since + 1), events.size()).stream()
                .map(event -> switch (event) {
                    case ItemCarriedOut it -> it.result().item();
                    case ItemDoneByHand it -> it.item();
                    default -> ItemKey.ACCESS_LOG;
                })
                .filter(item -> !item.equals(ItemKey.ACCESS_LOG))
                .filter(item -> request.decisions().stream().anyMatch(decision -> decision.item().equals(item) && TOLD.contains(decision.outcome())))
                .distinct()
                .toList();
    }

    /** The names the log has for recipients; read once and kept, since the log may be shredded by this very request. */
    private Set<String> logged(RequestHistory request) {
        var kept = vault.bytes(request.id(), Field.RECIPIENTS);
        if (kept.isPresent()) {
            return json.readValue(kept.get(), new TypeReference<TreeSet<String>>() {});
        }
        var ledger = request.ledger();
        var found = ledger == null ? new TreeSet<String>() : accessLogs.recipients(ledger);
        transaction.executeWithoutResult(_ -> vault.put(request.id(), Field.RECIPIENTS, json.writeValueAsBytes(found)));
        return found;
    }
}
