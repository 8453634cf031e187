package org.innsyn.dsr.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.accessreport.AccessReports;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.manual.ManualTask;
import org.innsyn.dsr.manual.ManualTasks;
import org.innsyn.dsr.manual.Wakening;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualCommands.Upload;
import org.innsyn.schemas.manual.ManualTaskView;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** The API of what people do by hand. */
@RestController
class ManualTasksController implements ManualTasksApi {

    private static final int LONGEST_NAME = 200;
    private static final int LARGEST_BYTES = 10 << 20;

    private final ManualTasks tasks;
    private final Wakening wakening;
    private final Once once;
    private final RequestVault vault;
    private final AccessReports reports;
    private final TransactionTemplate transaction;

    ManualTasksController(ManualTasks tasks, Wakening wakening, Once once, RequestVault vault, AccessReports reports, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.wakening = wakening;
        this.once = once;
        this.vault = vault;
        this.reports = reports;
        this.transaction = transaction;
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public List<ManualTaskView> manualTasks(boolean done) {
        return tasks.all(done).stream().map(task -> view(task, null)).toList();
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller')")
    public ManualTaskView manualTask(UUID id) {
        var task = found(id);
        var reader = Reader.current();
        try {
            transaction.executeWithoutResult(_ -> vault.text(task.request(), Field.ACCOUNT).ifPresent(account -> reports.requestRead(
                    task.request(), task.reference(), new Account(account), reader.signedIn().id(), reader.signedIn().unit().orElse(null), reader.role())));
        } catch (RuntimeException e) {
            throw new Problem(503, "reading-not-recorded", "This cannot be shown now",
                    "That you look at this task could not be recorded, so it is not shown. Try again in a moment.");
        }
        return view(task, vault.text(task.request(), Field.ACCOUNT).orElse(null));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public ManualTaskView upload(UUID id, Upload command) {
        if (command.name() == null || command.name().isBlank() || command.name().length() > LONGEST_NAME) {
            throw Texts.invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (command.content() == null || command.content().length == 0 || command.content().length > LARGEST_BYTES) {
            throw Texts.invalid("content is the file in base64, at most 10 MiB of it.");
        }
        var reader = Reader.current();
        var task = found(id);
        refuseOwn(reader, task);
        once.runFor(reader, command, () -> {
            tasks.upload(id, command.name(), command.content());
            return id;
        });
        return view(found(id), null);
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public ManualTaskView complete(UUID id, Complete command) {
        Texts.needed("statement", command.statement(), "The person reads exactly what was done.");
        Map<String, Long> affected = command.affected() == null ? Map.of() : command.affected();
        if (affected.size() > 20 || !affected.entrySet().stream().allMatch(done -> done.getKey().matches("[a-z][a-z-]{0,39}") && done.getValue() >= 0)) {
            throw Texts.invalid("What was done is counted by codes such as \"erased\".");
        }
        var reader = Reader.current();
        var task = found(id);
        refuseOwn(reader, task);
        once.runFor(reader, command, () -> {
            tasks.complete(id, command.nothingThere(), affected, command.statement(), reader.party());
            wakening.wake(task.system());
            return id;
        });
        return view(found(id), null);
    }

    private void refuseOwn(Reader reader, ManualTask task) {
        var account = reader.signedIn().account();
        if (account.isPresent() && account.equals(vault.text(task.request(), Field.ACCOUNT))) {
            throw new Rejected(Rejected.Reason.SAME_PERSON, "Nobody handles their own request. Nothing was changed; somebody else has to do it.");
        }
    }

    private ManualTask found(UUID id) {
        return tasks.find(id).orElseThrow(() -> new Problem(404, "not-found", "No such task", "There is no task here."));
    }

    private ManualTaskView view(ManualTask task, @Nullable String account) {
        return new ManualTaskView(
                task.id(), task.request().value(), task.reference(), task.system(), task.work(), task.instructions().en(), task.instructions().nb(),
                task.dueOn(), tasks.isOverdue(task), task.files(), task.doneAt(), account);
    }
}
