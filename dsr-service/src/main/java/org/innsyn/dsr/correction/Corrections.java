package org.innsyn.dsr.correction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.desk.WrittenCorrections;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The corrections of each request. Takes part in the caller's transaction. */
@Component
public class Corrections implements WrittenCorrections {

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final RandomSource random;
    private final Clock clock;

    Corrections(JdbcTemplate jdbc, RequestVault vault, RandomSource random, Clock clock, EventStore events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        events.subscribe(messages -> messages.forEach(message -> {
            if (message.getPayload() instanceof RequestReopened it) {
                jdbc.update("update correction set past = true where request_id = ?", it.request().value());
            }
        }));
    }

    List<CorrectionLine> list(RequestId request) {
        return rows(request, "not past").stream()
                .map(row -> new CorrectionLine(row.id(), row.item(), row.field(), value(request, row.id()).orElse(""), vault.text(request, before(row.id())).orElse(null), row.by(), row.at(), row.doneAt(), record(request, row.id())))
                .toList();
    }

    @Override
    public Set<ItemKey> items(RequestId request) {
        return rows(request, "not past").stream().map(row -> new ItemKey(row.item())).collect(Collectors.toSet());
    }

    /** Writes one down, in place of another one of the same field of the same record. Nothing happens once it is decided. */
    void put(RequestId request, Correction correction, String by) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 3))", _ -> {}, request.toString());
        rows(request, "not past and not decided").stream()
                .filter(row -> row.item().equals(correction.item().value()) && row.field().equals(correction.field())
                        && Objects.equals(record(request, row.id()), correction.record()))
                .forEach(row -> remove(request, row.id()));
        var id = random.timeOrderedId();
        jdbc.update("insert into correction (correction_id, request_id, item, field, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)",
                id, request.value(), correction.item().value(), correction.field(), by, Timestamp.from(clock.instant()));
        vault.put(request, field(id), correction.value());
        if (correction.record() != null) {
            vault.put(request, record(id), correction.record());
        }
    }

    /** @return whether there was one that is not decided */
    boolean remove(RequestId request, UUID correction) {
        vault.remove(request, field(correction));
        vault.remove(request, record(correction));
        return jdbc.update("delete from correction where correction_id = ? and request_id = ? and not decided and not past", correction, request.value()) == 1;
    }

    /** From now on they are what was approved: nothing is added, and nothing is taken away. To be called where the approval is written. */
    public void decide(RequestId request) {
        jdbc.update("update correction set decided = true where request_id = ? and not past", request.value());
    }

    /** What was approved for these items and is not carried out yet; empty where the request's key is gone. */
    public List<Correction> decided(RequestId request, Collection<ItemKey> items) {
        return rows(request, "not past and decided and done_at is null").stream()
                .filter(row -> items.contains(new ItemKey(row.item())))
                .flatMap(row -> value(request, row.id()).map(value -> new Correction(new ItemKey(row.item()), row.field(), value, record(request, row.id()))).stream())
                .toList();
    }

    /** Keeps what was said before, the first time it is told: afterwards the field says something else already. */
    public void before(RequestId request, List<Correction> said) {
        for (var row : rows(request, "not past and decided and done_at is null")) {
            said.stream().filter(each -> each.item().value().equals(row.item()) && each.field().equals(row.field())
                            && Objects.equals(each.record(), record(request, row.id())) && vault.text(request, before(row.id())).isEmpty())
                    .forEach(each -> vault.put(request, before(row.id()), each.value()));
        }
    }

    /** They are carried out. */
    public void done(RequestId request, ItemKey item) {
        jdbc.update("update correction set done_at = ? where request_id = ? and item = ? and decided and not past and done_at is null",
                Timestamp.from(clock.instant()), request.value(), item.value());
    }

    private record Row(UUID id, String item, String field, String by, Instant at, @Nullable Instant doneAt) {}

    private List<Row> rows(RequestId request, String which) {
        return jdbc.query("select correction_id, item, field, entered_by, entered_at, done_at from correction where request_id = ? and " + which + " order by entered_at, correction_id",
                (row, _) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant()),
                request.value());
    }

    private Optional<String> value(RequestId request, UUID correction) {
        return vault.text(request, field(correction));
    }

    private @Nullable String record(RequestId request, UUID correction) {
        return vault.text(request, record(correction)).orElse(null);
    }

    private static Field record(UUID correction) {
        return new Field("correction-record/" + correction);
    }

    private static Field before(UUID correction) {
        return new Field("said-before/" + correction);
    }

    private static Field field(UUID correction) {
        return new Field("correction/" + correction);
    }
}
