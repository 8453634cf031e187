package org.innsyn.schemas.operator;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The keys that sign audit reports. Needs a machine's token with scope {@code operator}. Shows public keys only. */
@HttpExchange("/api/v1/admin/report-keys")
public interface ReportKeysApi {

    /** All keys there ever were, the newest first. */
    @GetExchange
    List<ReportKeyStatus> all();

    /** Opens a new key and destroys the one before. Reports that it signed go on verifying with its public half. */
    @PostExchange("/rotate")
    List<ReportKeyStatus> rotate();
}
