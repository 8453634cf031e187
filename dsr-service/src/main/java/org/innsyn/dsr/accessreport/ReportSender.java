package org.innsyn.dsr.accessreport;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.access.AccessEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends what was written down, and removes it once the broker has it. After a crash in between, or by two instances at once, it is sent
 * again under the same id, which the audit-service takes for the duplicate it is. So no transaction has to stay open while a slow
 * broker is waited for: that would hold up everybody who streams events in commit order.
 */
final class ReportSender {

    private static final Logger log = LoggerFactory.getLogger(ReportSender.class);
    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final Producer<String, byte[]> producer;

    ReportSender(JdbcTemplate jdbc, RequestVault vault, Producer<String, byte[]> producer) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.producer = producer;
    }

    /** Sends what there is; what fails is tried again the next time. */
    void send() {
        try {
            while (sendSome() == AT_ONCE) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            log.warn("accesses of this service wait to be reported: {}; nothing is lost", e.getClass().getSimpleName());
        }
    }

    private int sendSome() {
        var rows = jdbc.query(
                "select report_id, event_id, key_id, sealed from access_report order by report_id limit ?",
                (row, _) -> new Row(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getBytes(4)),
                AT_ONCE);
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var row : rows) {
            vault.key(row.key())
                    .map(key -> key.open(row.event(), AccessReports.FIELD, AccessReports.REVISION, row.sealed()))
                    .ifPresent(event -> sent.add(producer.send(new ProducerRecord<>(AccessEvent.TOPIC, AccessReports.SOURCE, event))));
        }
        await(sent);
        jdbc.batchUpdate("delete from access_report where report_id = ?", rows.stream().map(row -> new Object[] {row.id()}).toList());
        return rows.size();
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a report", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", e);
        }
    }

    private record Row(long id, UUID event, UUID key, byte[] sealed) {}
}
