package org.innsyn.dsr.transfer;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.request.Transfers.Transfer;
import org.innsyn.schemas.request.Transfers.TransferState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The transfers. Takes part in the caller's transaction. Where to lies in the vault as long as a transfer runs, and not a moment longer. */
@Component
public class TransferStore {

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final TransferAddresses addresses;
    private final RandomSource random;
    private final JsonMapper json;
    private final Clock clock;

    TransferStore(JdbcTemplate jdbc, RequestVault vault, TransferAddresses addresses, RandomSource random, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.addresses = addresses;
        this.random = random;
        this.json = json;
        this.clock = clock;
    }

    /** A transfer that runs, and where to. */
    public record Running(UUID id, ItemKey item, Target target) {}

    UUID begin(RequestId request, ItemKey item, Target target) {
        var id = random.timeOrderedId();
        jdbc.update("insert into transfer (transfer_id, request_id, item, started_at) values (?, ?, ?, ?)",
                id, request.value(), item.value(), Timestamp.from(clock.instant()));
        vault.put(request, field(id), json.writeValueAsBytes(new Kept(target.address().toString(), target.username(), target.password())));
        return id;
    }

    /**
     * The one that runs from a system.
     *
     * @throws SystemUnavailable when its address does not lead to where it may
     */
    public Optional<Running> running(RequestId request, String system) {
        var running = jdbc.query("select transfer_id, item from transfer where request_id = ? and state = 'RUNNING'",
                        (row, _) -> new Begun(row.getObject(1, UUID.class), new ItemKey(row.getString(2))), request.value())
                .stream().filter(each -> each.item().system().equals(system)).findFirst();
        return running.flatMap(each -> vault.bytes(request, field(each.id())).map(bytes -> {
            var kept = json.readValue(bytes, Kept.class);
            var address = URI.create(kept.address());
            addresses.require(address);
            return new Running(each.id(), each.item(), new Target(address, kept.username(), kept.password()));
        }));
    }

    private record Begun(UUID id, ItemKey item) {}

    private record Kept(String address, String username, String password) {}

    /** It is over: what came of it stays, where to is forgotten. */
    public void end(RequestId request, String system, @Nullable Transferred result, @Nullable String problem) {
        for (var transfer : of(request)) {
            if (transfer.state() == TransferState.RUNNING && new ItemKey(transfer.item()).system().equals(system)) {
                var state = result == null ? TransferState.FAILED : result.different() == 0 ? TransferState.DONE : TransferState.PARTLY_DONE;
                jdbc.update("update transfer set state = ?, records = ?, added = ?, different = ?, problem = ?, finished_at = ? where transfer_id = ?",
                        state.name(), result == null ? 0 : result.records(), result == null ? 0 : result.added(), result == null ? 0 : result.different(), problem,
                        Timestamp.from(clock.instant()), transfer.id());
                vault.remove(request, field(transfer.id()));
            }
        }
    }

    List<Transfer> of(RequestId request) {
        return jdbc.query("select transfer_id, item, state, records, added, different, problem, started_at, finished_at from transfer where request_id = ? order by started_at desc",
                (row, _) -> new Transfer(row.getObject(1, UUID.class), row.getString(2), TransferState.valueOf(row.getString(3)), row.getLong(4), row.getLong(5),
                        row.getLong(6), row.getString(7), row.getTimestamp(8).toInstant(), row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant()),
                request.value());
    }

    private static Field field(UUID transfer) {
        return new Field("transfer/" + transfer);
    }
}
