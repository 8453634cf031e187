package org.innsyn.dsr.fulfilment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.innsyn.dsr.dispatch.RequestDispatcher;
import org.innsyn.dsr.request.CopyPackage;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestCommand.RecordBeyondRecovery;
import org.innsyn.dsr.request.RequestCommand.RecordResults;
import org.innsyn.dsr.request.RequestId;
import org.springframework.stereotype.Component;

/** Tells a request what came of its items. */
@Component
class Results {

    private final RequestDispatcher requests;
    private final Clock clock;

    Results(RequestDispatcher requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    void tell(RequestId request, List<ItemResult> results) {
        requests.send(new RecordResults(request, results, null, clock.instant()));
    }

    void tell(RequestId request, List<ItemResult> results, CopyPackage copy) {
        requests.send(new RecordResults(request, results, copy, clock.instant()));
    }

    void beyondRecovery(RequestId request, ItemKey item, Instant since) {
        requests.send(new RecordBeyondRecovery(request, item, since, clock.instant()));
    }

    void failed(RequestId request, List<ItemKey> items, String problem) {
        tell(request, items.stream().map(item -> (ItemResult) new ItemResult.Failed(item, problem)).toList());
    }
}
