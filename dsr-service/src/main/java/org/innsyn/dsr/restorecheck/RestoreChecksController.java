package org.innsyn.dsr.restorecheck;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.operator.RestoreChecksApi;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Checks over HTTP, for the operator. */
@RestController
class RestoreChecksController implements RestoreChecksApi {

    private final Connectors connectors;
    private final RestoreChecks checks;
    private final Consumer<RestoreChecks.Place> work;
    private final TransactionTemplate transaction;

    /** @param restoreCheckWork has a place looked at, in the caller's transaction */
    RestoreChecksController(Connectors connectors, RestoreChecks checks, Consumer<RestoreChecks.Place> restoreCheckWork, TransactionTemplate transaction) {
        this.connectors = connectors;
        this.checks = checks;
        this.work = restoreCheckWork;
        this.transaction = transaction;
    }

    @Override
    public RestoreCheck start(StartRestoreCheck command) {
        List<String> systems = connectors.all().stream().map(Connector::system).filter(system -> command.system() == null || system.equals(command.system())).toList();
        if (systems.isEmpty()) {
            throw new Problem(404, "not-found", "No such system", "No system of that name is connected. Nothing was checked.");
        }
        var id = transaction.execute(_ -> {
            var check = checks.open(systems, command.carryOut());
            checks.places(check).forEach(work);
            return check;
        });
        return get(id);
    }

    @Override
    public RestoreCheck get(UUID id) {
        return checks.find(id).orElseThrow(() -> new Problem(404, "not-found", "No such check", "There is no check of this id."));
    }
}
