package org.innsyn.dsr.fulfilment;

import java.io.IOException;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.innsyn.dsr.export.CopyStore;
import org.innsyn.dsr.request.RequestCommand.ExpireCopy;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.springframework.stereotype.Component;

/** Removes a copy whose time is over: its key, and its file. */
@Component
class ExpireRunner implements TaskRunner {

    private final CopyStore store;
    private final RequestVault vault;
    private final CommandGateway commands;
    private final Clock clock;

    ExpireRunner(CopyStore store, RequestVault vault, CommandGateway commands, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.EXPIRE;
    }

    @Override
    public Progress run(FulfilmentTask task) throws IOException {
        store.remove(task.request());
        return new Progress.Finished(() -> {
            vault.remove(task.request(), Field.COPY_KEY);
            commands.sendAndWait(new ExpireCopy(task.request(), clock.instant()));
        });
    }
}
