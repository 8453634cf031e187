package org.innsyn.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.innsyn.platform.Database;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bound that {@link VaultKeys} states: what is asked after a destruction committed opens nothing, wherever it is asked. */
class SecondProcessTest {

    private static final byte[] VALUE = "the gate code is 1234".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final Database database = new Database();
    private final RandomSource random = RandomSource.secure();
    private final UUID owner = Database.someone();
    private final UUID record = UUID.randomUUID();

    @Test
    void a_process_that_just_read_reads_nothing_after_another_destroyed_the_key_and_nothing_from_a_backup_after_the_epoch_ended() throws Exception {
        var keys = new StoredEpochKeys(new KeyFolder(folder, random));
        var vault = new VaultKeys(database.jdbc(), keys, random, Clock.systemUTC());
        var epochs = new Epochs(database.jdbc(), database.transaction(), keys, vault, Clock.systemUTC());
        var key = vault.forOwner(owner, 2026);
        var sealed = key.seal(record, "note", 1, VALUE);
        var other = vault.forOwner(Database.someone(), 2026);
        var othersSealed = other.seal(record, "note", 1, VALUE);
        try (var second = new OtherProcess(database.itself(), folder)) {
            for (int again = 0; again < 3; again++) {
                assertThat(second.asked(key.id(), record, sealed)).as("whatever it would keep, it has now").isEqualTo("opened");
            }
            var backup = database.jdbc().queryForMap("select wrapped, epoch_id from vault_key where key_id = ?", key.id());
            vault.destroy(owner);
            assertThat(second.asked(key.id(), record, sealed)).as("the very next question").isEqualTo("no key");

            database.jdbc().update("update vault_key set wrapped = ?, epoch_id = ?, destroyed_at = null where key_id = ?", backup.get("wrapped"), backup.get("epoch_id"), key.id());
            assertThat(second.asked(key.id(), record, sealed)).as("the epoch key it holds is still there").isEqualTo("opened");
            vault.destroy(owner);
            epochs.rotate();
            database.jdbc().update("update vault_key set wrapped = ?, epoch_id = ?, destroyed_at = null where key_id = ?", backup.get("wrapped"), backup.get("epoch_id"), key.id());
            assertThat(second.asked(key.id(), record, sealed)).as("it keeps no epoch key that is gone").isEqualTo("Destroyed");
            assertThat(second.asked(other.id(), record, othersSealed)).as("everybody else").isEqualTo("opened");
        }
    }
}
