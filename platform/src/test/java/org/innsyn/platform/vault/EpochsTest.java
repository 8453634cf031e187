package org.innsyn.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.innsyn.platform.Database;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SoftToken;
import org.innsyn.platform.crypto.TokenKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsTest {

    private static final byte[] VALUE = "the gate code is 1234".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final Database database = new Database();
    private final RandomSource random = RandomSource.secure();
    private final UUID owner = Database.someone();
    private final UUID record = UUID.randomUUID();
    private VaultKeys vault;
    private Epochs epochs;

    @BeforeEach
    void open() {
        var keys = new StoredEpochKeys(new KeyFolder(folder, random));
        vault = new VaultKeys(database.jdbc(), keys, random, Clock.systemUTC());
        epochs = new Epochs(database.jdbc(), database.transaction(), keys, vault, Clock.systemUTC());
    }

    @Test
    void what_is_alive_opens_after_the_epoch_changed_and_the_old_key_is_gone() throws Exception {
        var key = vault.forOwner(owner, 2026);
        var sealed = key.seal(record, "note", 1, VALUE);
        epochs.rotate();
        assertThat(vault.byId(key.id()).orElseThrow().open(record, "note", 1, sealed)).isEqualTo(VALUE);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("epoch-000002.key");
        }
    }

    @Test
    void a_destroyed_key_that_a_backup_brings_back_opens_nothing_once_the_epoch_is_gone() {
        var key = vault.forOwner(owner, 2026);
        var backup = database.jdbc().queryForMap("select wrapped, epoch_id from vault_key where key_id = ?", key.id());
        vault.destroy(owner);
        restore(key.id(), backup);
        assertThat(vault.byId(key.id())).as("before the rotation the backup brings it back").isPresent();
        vault.destroy(owner);
        var destroyed = Instant.now();
        assertThat(epochs.beyondRecoverySince(destroyed)).isEmpty();

        epochs.rotate();
        restore(key.id(), backup);
        assertThatThrownBy(() -> vault.byId(key.id())).isInstanceOf(EpochKeys.Destroyed.class);
        assertThat(epochs.beyondRecoverySince(destroyed)).hasValueSatisfying(since -> assertThat(since).isAfterOrEqualTo(destroyed.minusSeconds(1)));
    }

    @Test
    void an_interrupted_rotation_is_finished_by_the_next_one() {
        var key = vault.forOwner(owner, 2026);
        // As a crash leaves it: the old epoch closed, a new one open, nothing rewrapped.
        database.jdbc().update("update vault_epoch set closed_at = now() where epoch_id = 'epoch-000001'");
        vault.forOwner(Database.someone(), 2026);
        epochs.rotateIfOlderThan(Duration.ofDays(1));
        assertThat(vault.byId(key.id())).isPresent();
        assertThat(database.jdbc().queryForObject("select count(*) from vault_epoch where closed_at is not null and destroyed_at is null", Long.class)).isZero();
    }

    @Test
    void keys_made_while_the_epoch_changes_are_not_lost() throws Exception {
        var owners = IntStream.range(0, 400).mapToObj(i -> Database.someone()).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var made = owners.stream().map(each -> threads.submit(() -> database.transaction().execute(t -> vault.forOwners(List.of(each), 2026)))).toList();
            for (int round = 0; round < 4; round++) {
                epochs.rotate();
            }
            for (var each : made) {
                each.get();
            }
        }
        epochs.rotate();
        owners.forEach(each -> assertThat(vault.forOwner(each, 2026)).isNotNull());
    }

    @Test
    void epochs_lie_in_a_token_as_well_and_a_copy_of_folder_and_database_opens_nothing_afterwards() throws Exception {
        var store = new StoredEpochKeys(new TokenKeys(new KeyFolder(folder, random), SoftToken.shared(), random));
        var inToken = new VaultKeys(database.jdbc(), store, random, Clock.systemUTC());
        var key = inToken.forOwner(owner, 2026);
        var sealed = key.seal(record, "note", 1, VALUE);
        var backup = database.jdbc().queryForMap("select wrapped, epoch_id from vault_key where key_id = ?", key.id());
        var file = folder.resolve("epoch-000001.key");
        var copied = Files.readString(file);

        new Epochs(database.jdbc(), database.transaction(), store, inToken, Clock.systemUTC()).rotate();
        assertThat(inToken.byId(key.id()).orElseThrow().open(record, "note", 1, sealed)).isEqualTo(VALUE);

        restore(key.id(), backup);
        Files.writeString(file, copied);
        var thief = new StoredEpochKeys(new TokenKeys(new KeyFolder(folder, random), SoftToken.shared(), random));
        assertThatThrownBy(() -> new VaultKeys(database.jdbc(), thief, random, Clock.systemUTC()).byId(key.id())).isInstanceOf(EpochKeys.Destroyed.class);
    }

    private void restore(UUID key, java.util.Map<String, Object> backup) {
        database.jdbc().update("update vault_key set wrapped = ?, epoch_id = ?, destroyed_at = null where key_id = ?", backup.get("wrapped"), backup.get("epoch_id"), key);
    }
}
