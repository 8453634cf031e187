package org.innsyn.audit.operator;

import org.innsyn.audit.accesslog.AccessLogRebuild;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the operator asks of a running service. */
@RestController
class OperatorController {

    private final AccessLogRebuild rebuild;

    OperatorController(AccessLogRebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** Makes the access log's index anew; answers when it has taken the old one's place. */
    @PostMapping("/api/v1/admin/accesslog/rebuild")
    AccessLogRebuild.Rebuilt rebuild() {
        return rebuild.run();
    }
}
