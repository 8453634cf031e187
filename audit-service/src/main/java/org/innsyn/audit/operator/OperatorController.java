package org.innsyn.audit.operator;

import java.util.List;
import org.innsyn.audit.accesslog.AccessLogRebuild;
import org.innsyn.schemas.operator.Finding;
import org.innsyn.schemas.operator.OperatorApi;
import org.innsyn.schemas.operator.Rebuilt;
import org.springframework.web.bind.annotation.RestController;

/** What the operator asks of a running service. */
@RestController
class OperatorController implements OperatorApi {

    private final AccessLogRebuild rebuild;
    private final Doctor doctor;

    OperatorController(AccessLogRebuild rebuild, Doctor doctor) {
        this.rebuild = rebuild;
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
}
