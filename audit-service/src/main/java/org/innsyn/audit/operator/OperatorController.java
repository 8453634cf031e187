package org.innsyn.audit.operator;

import org.innsyn.audit.accesslog.AccessLogRebuild;
import org.innsyn.platform.vault.Epochs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator asks of a running service. */
@RestController
class OperatorController {

    private final AccessLogRebuild rebuild;
    private final Epochs epochs;

    OperatorController(AccessLogRebuild rebuild, Epochs epochs) {
        this.rebuild = rebuild;
        this.epochs = epochs;
    }

    /** Makes the access log's index anew; answers when it has taken the old one's place. */
    @PostMapping("/api/v1/admin/accesslog/rebuild")
    AccessLogRebuild.Rebuilt rebuild() {
        return rebuild.run();
    }

    /** Opens a new epoch and destroys the key of the old one: what was shredded is then beyond recovery from backups too. */
    @PostMapping("/api/v1/admin/keys/rotate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate() {
        epochs.rotate();
    }
}
