package org.innsyn.audit.operator;

import java.util.List;
import org.innsyn.audit.accesslog.AccessLogRebuild;
import org.innsyn.platform.vault.Epochs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator asks of a running service. */
@RestController
class OperatorController {

    private final AccessLogRebuild rebuild;
    private final Epochs epochs;
    private final Doctor doctor;

    OperatorController(AccessLogRebuild rebuild, Epochs epochs, Doctor doctor) {
        this.rebuild = rebuild;
        this.epochs = epochs;
        this.doctor = doctor;
    }

    /** Compares what is kept in several places, and says what is wrong. */
    @GetMapping("/api/v1/admin/doctor")
    List<Finding> doctor() {
        return doctor.examine();
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
