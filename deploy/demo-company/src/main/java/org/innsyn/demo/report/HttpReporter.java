package org.innsyn.demo.report;

import java.util.List;
import java.util.Locale;
import org.innsyn.demo.DemoConfiguration;

/** Reports in batches over HTTP: the answer says of each event what became of it. */
final class HttpReporter implements Reporter {

    private final AuditService audit;

    HttpReporter(DemoConfiguration configuration) {
        audit = new AuditService(configuration);
    }

    @Override
    public Channel channel() {
        return Channel.HTTP;
    }

    @Override
    public int batchSize() {
        return 50;
    }

    @Override
    public List<String> send(List<Outbox.Waiting> events) throws Away, InterruptedException {
        return audit.report(events.stream().map(Outbox.Waiting::json).toList()).results().stream()
                .map(result -> result.status().name().toLowerCase(Locale.ROOT)
                        + (result.reason() == null ? "" : ":" + result.reason().code().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public void close() {
        audit.close();
    }
}
