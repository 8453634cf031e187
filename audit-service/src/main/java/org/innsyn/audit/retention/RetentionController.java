package org.innsyn.audit.retention;

import org.innsyn.schemas.operator.RetentionApi;
import org.innsyn.schemas.operator.RetentionStatus;
import org.springframework.web.bind.annotation.RestController;

/** The access log's retention, for the operator. */
@RestController
class RetentionController implements RetentionApi {

    private static final int RUNS = 10;

    private final Retention retention;
    private final RetentionRows rows;

    RetentionController(Retention retention, RetentionRows rows) {
        this.retention = retention;
        this.rows = rows;
    }

    @Override
    public RetentionStatus status() {
        var rule = retention.rule();
        var runs = rows.runs(RUNS).stream().map(run -> new RetentionStatus.Run(
                run.rule(), run.keptFrom(), run.endedAt(), run.ledgers(), run.entries(), run.staff(), run.findings(), run.heldBack())).toList();
        return new RetentionStatus(rule.id(), rule.period().toString(), rule.citation(), retention.keptFrom(), runs);
    }

    @Override
    public RetentionStatus run() {
        retention.run();
        return status();
    }
}
