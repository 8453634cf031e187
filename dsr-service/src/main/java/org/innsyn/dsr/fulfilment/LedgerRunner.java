package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.history.ItemStory;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.hold.register.Holds;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.task.Task;
import org.innsyn.schemas.task.Task.Action;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the audit-service to restrict or shred the person's log, again and again until it answers. Comes last: what this request itself
 * did in other systems belongs into the log before it is closed.
 */
@Component
class LedgerRunner implements TaskRunner {

    private static final Duration OTHERS_FIRST = Duration.ofSeconds(1);

    private final RequestHistories histories;
    private final TaskQueue queue;
    private final AccessReports reports;
    private final Results results;
    private final RequestVault vault;
    private final Holds holds;
    private final TransactionTemplate transaction;
    private final TaskTopic topic;
    private final JsonMapper json;
    private final Patience patience;
    private final Milestones milestones;
    private final Clock clock;

    LedgerRunner(
            RequestHistories histories,
            TaskQueue queue,
            AccessReports reports,
            Results results,
            RequestVault vault,
            Holds holds,
            TransactionTemplate transaction,
            TaskTopic topic,
            JsonMapper json,
            Patience patience,
            Milestones milestones,
            Clock clock) {
        this.histories = histories;
        this.queue = queue;
        this.reports = reports;
        this.results = results;
        this.vault = vault;
        this.holds = holds;
        this.transaction = transaction;
        this.topic = topic;
        this.json = json;
        this.patience = patience;
        this.milestones = milestones;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.LEDGER;
    }

    @Override
    public Progress run(FulfilmentTask task) throws Exception {
        var request = histories.get(task.request());
        var ledger = request.ledger();
        if (ledger == null) {
            // Nothing was ever recorded about the person, so there is nothing to treat.
            return new Progress.Finished(() -> results.tell(
                    request.id(), List.of(new ItemResult.CarriedOut(ItemKey.ACCESS_LOG, Map.of(), null, clock.instant()))));
        }
        if (queue.othersOpen(task, TaskKind.ERASE) || queue.othersOpen(task, TaskKind.RECIPIENTS) || !reports.allSent(request.id())) {
            return new Progress.Waiting(OTHERS_FIRST);
        }
        if (action(request) == Action.SHRED && isHeld(request)) {
            return new Progress.Finished(() -> {});
        }
        var question = new Task(task.id(), request.id().value(), Task.ACCESS_LOG, action(request), ledger.ledger(), task.createdAt());
        topic.producer()
                .send(new ProducerRecord<>(Task.TOPIC, task.id().toString(), json.writeValueAsBytes(question)))
                .get(60, TimeUnit.SECONDS);
        milestones.passed(Milestone.LEDGER_ASKED, task);
        return new Progress.Waiting(patience.askAgain());
    }

    /** Once it was asked, a hold comes too late: what is shredded cannot be brought back. */
    private boolean isHeld(RequestHistory request) {
        var holding = request.items().stream().map(ItemStory::holding).filter(it -> it.item().equals(ItemKey.ACCESS_LOG)).toList();
        var account = new Account(vault.text(request.id(), Field.ACCOUNT).orElseThrow());
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (holds.hasBegun(request.id(), ItemKey.ACCESS_LOG)) {
                return false;
            }
            var held = holds.beginErasure(request.id(), account, holding).values();
            if (!held.isEmpty()) {
                results.tell(request.id(), List.copyOf(held));
            }
            return !held.isEmpty();
        }));
    }

    private static Action action(RequestHistory request) {
        var outcome = request.decisions().stream()
                .filter(decision -> decision.item().equals(ItemKey.ACCESS_LOG))
                .map(Decision::outcome)
                .findFirst()
                .orElseThrow();
        return outcome == Outcome.ERASE ? Action.SHRED : Action.RESTRICT;
    }
}
