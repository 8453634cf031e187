package org.innsyn.bench.peers;

import java.util.List;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.AccessEventsApi;
import org.innsyn.schemas.access.ReportResult;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the service takes and answers as it answers, but checks nothing and asks for no token. */
@RestController
class PeerController {

    private final Keeper keeper;
    private final int perTransaction;

    PeerController(Keeper keeper, Environment environment) {
        this.keeper = keeper;
        this.perTransaction = Keeper.perTransaction(environment);
    }

    @GetMapping("/health")
    String health() {
        return "up";
    }

    @PostMapping(path = "/api/v1/access-events", consumes = AccessEventsApi.BATCH_MEDIA_TYPE, produces = "application/json")
    ReportResult report(@RequestBody List<AccessEvent> batch) {
        Keeper.parts(batch, perTransaction).forEach(keeper::keep);
        return new ReportResult(batch.stream().map(access -> new EventResult(access.id(), Status.RECORDED, null)).toList());
    }
}
