package org.innsyn.dsr.withholding;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.export.WithheldRecord;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.request.Withholdings.Withholding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The records that are kept out, by request. What was lifted again stays, with who did it. Takes part in the caller's transaction. */
@Component
public class WithheldRecords {

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final RandomSource random;
    private final Clock clock;

    WithheldRecords(JdbcTemplate jdbc, RequestVault vault, RandomSource random, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** What a request's copy is to leave out. */
    public List<WithheldRecord> of(RequestId request) {
        return list(request).stream().map(each -> new WithheldRecord(new ItemKey(each.item()), each.record(), each.ground())).toList();
    }

    List<Withholding> list(RequestId request) {
        return jdbc.query("""
                        select withholding_id, item, ground, decided_by, decided_at from withholding
                         where request_id = ? and lifted_at is null order by decided_at, withholding_id""",
                        (row, _) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant()),
                        request.value())
                .stream()
                .map(row -> new Withholding(row.id(), row.item(), vault.text(request, field(row.id())).orElse(""), row.ground(),
                        Grounds.text(row.ground()).orElse(null), row.by(), row.at()))
                .toList();
    }

    private record Row(UUID id, String item, String ground, String by, Instant at) {}

    void add(RequestId request, WithheldRecord record, String by) {
        if (of(request).stream().anyMatch(each -> each.item().equals(record.item()) && each.record().equals(record.record()))) {
            return;
        }
        var id = random.timeOrderedId();
        jdbc.update("insert into withholding (withholding_id, request_id, item, ground, decided_by, decided_at) values (?, ?, ?, ?, ?, ?)",
                id, request.value(), record.item().value(), record.ground(), by, Timestamp.from(clock.instant()));
        vault.put(request, field(id), record.record());
    }

    /** @return whether there was one */
    boolean lift(RequestId request, UUID withholding, String by) {
        return jdbc.update("update withholding set lifted_by = ?, lifted_at = ? where withholding_id = ? and request_id = ? and lifted_at is null",
                by, Timestamp.from(clock.instant()), withholding, request.value()) == 1;
    }

    private static Field field(UUID withholding) {
        return new Field("withheld/" + withholding);
    }
}
