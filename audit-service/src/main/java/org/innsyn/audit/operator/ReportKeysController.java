package org.innsyn.audit.operator;

import java.util.List;
import org.innsyn.audit.report.ReportKeys;
import org.innsyn.schemas.operator.ReportKeyStatus;
import org.innsyn.schemas.operator.ReportKeysApi;
import org.springframework.web.bind.annotation.RestController;

/** The keys of audit reports, for the operator. */
@RestController
class ReportKeysController implements ReportKeysApi {

    private final ReportKeys keys;

    ReportKeysController(ReportKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<ReportKeyStatus> all() {
        return told(keys.all());
    }

    @Override
    public List<ReportKeyStatus> rotate() {
        return told(keys.rotate());
    }

    private static List<ReportKeyStatus> told(List<ReportKeys.Standing> keys) {
        return keys.stream().map(key -> new ReportKeyStatus(key.number(), key.verifierKey(), key.openedAt(), key.retiredAt())).toList();
    }
}
