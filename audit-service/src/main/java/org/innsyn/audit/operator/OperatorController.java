package org.innsyn.audit.operator;

import java.util.List;
import org.innsyn.audit.accesslog.AccessLogRebuild;
import org.innsyn.platform.vault.Epochs;
import org.innsyn.schemas.operator.Finding;
import org.innsyn.schemas.operator.OperatorApi;
import org.innsyn.schemas.operator.Rebuilt;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator asks of a running service. */
@RestController
class OperatorController implements OperatorApi {

    private final AccessLogRebuild rebuild;
    private final Epochs epochs;
    private final Doctor doctor;

    OperatorController(AccessLogRebuild rebuild, Epochs epochs, Doctor doctor) {
        this.rebuild = rebuild;
        this.epochs = epochs;
        this.doctor = doctor;
    }

    @Override
    public Rebuilt rebuild() {
        return rebuild.run();
    }

    @Override
    public List<Finding> doctor() {
        return doctor.examine();
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void rotate() {
        epochs.rotate();
    }
}
