package org.innsyn.drill.check;

import java.util.Arrays;
import java.util.List;
import org.innsyn.bench.house.AuditService;
import org.innsyn.schemas.operator.Finding;
import tools.jackson.databind.json.JsonMapper;

/** What the service's own doctor says. */
public final class Doctor {

    private final List<Finding> findings;

    private Doctor(List<Finding> findings) {
        this.findings = findings;
    }

    public static Doctor of(AuditService service) {
        var answer = service.get("/api/v1/admin/doctor", service.operator());
        return new Doctor(Arrays.asList(JsonMapper.shared().readValue(answer, Finding[].class)));
    }

    /** A sentence for each thing that does not hold. */
    public List<String> complaints() {
        return findings.stream().filter(each -> each.wrong() != 0).map(each -> "The doctor: not " + each.check() + " (" + each.wrong() + ").").toList();
    }
}
