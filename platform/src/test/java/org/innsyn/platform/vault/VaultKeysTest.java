package org.innsyn.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.innsyn.platform.Database;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealingKey.SealBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeysTest {

    private static final Database DATABASE = new Database();
    private static final byte[] VALUE = "the gate code is 1234".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private final RandomSource random = RandomSource.secure();
    private final Clock clock = Clock.fixed(Instant.parse("2026-12-31T23:30:00Z"), ZoneOffset.UTC);
    private final UUID owner = Database.someone();
    private final UUID record = UUID.randomUUID();
    private VaultKeys keys;

    @BeforeEach
    void open() {
        keys = new VaultKeys(DATABASE.jdbc(), new StoredEpochKeys(new KeyFolder(folder, random)), random, clock);
    }

    @Test
    void what_is_sealed_opens_only_in_its_place() {
        var key = keys.forOwner(owner, 2026);
        var sealed = key.seal(record, "note", 1, VALUE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("gate code");
        assertThat(key.open(record, "note", 1, sealed)).isEqualTo(VALUE);
        assertThatThrownBy(() -> key.open(UUID.randomUUID(), "note", 1, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> key.open(record, "other", 1, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> key.open(record, "note", 2, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> keys.forOwner(Database.someone(), 2026).open(record, "note", 1, sealed)).isInstanceOf(SealBroken.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(record, "note", 1, sealed)).isInstanceOf(SealBroken.class).hasMessageNotContaining("gate");
    }

    @Test
    void an_owner_has_one_key_a_year() {
        assertThat(keys.forOwner(owner, 2026).id()).isEqualTo(keys.forOwner(owner, 2026).id());
        assertThat(keys.forOwner(owner, 2027).id()).isNotEqualTo(keys.forOwner(owner, 2026).id());
    }

    @Test
    void a_key_in_the_database_opens_nothing_without_the_epoch_key_beside_it(@TempDir Path elsewhere) {
        var id = keys.forOwner(owner, 2026).id();
        var thief = new VaultKeys(DATABASE.jdbc(), new StoredEpochKeys(new KeyFolder(elsewhere, random)), random, clock);
        assertThatThrownBy(() -> thief.byId(id)).isInstanceOf(EpochKeys.Destroyed.class);
    }

    @Test
    void a_destroyed_key_opens_nothing_and_is_never_issued_again() {
        var id = keys.forOwner(owner, 2026).id();
        assertThat(keys.destroy(owner)).isEqualTo(1);
        assertThat(keys.live(owner)).isZero();
        assertThat(keys.byId(id)).isEmpty();
        assertThatThrownBy(() -> keys.forOwner(owner, 2026)).isInstanceOf(KeyDestroyed.class);
        assertThat(DATABASE.jdbc().queryForObject("select wrapped is null from vault_key where key_id = ?", Boolean.class, id)).isTrue();
    }

    @Test
    void an_owner_destroyed_before_the_first_key_gets_none_this_year() {
        assertThat(keys.destroy(owner)).isZero();
        assertThatThrownBy(() -> keys.forOwner(owner, 2026)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void of_a_thousand_owners_destroyed_while_keys_are_made_for_them_none_has_a_key_left() throws Exception {
        int destroyedFirst = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 1_000; round++) {
                var contested = Database.someone();
                var together = new CyclicBarrier(3);
                var makers = Stream.generate(() -> threads.submit(() -> inTransaction(together, () -> keys.forOwners(List.of(contested), 2026)))).limit(2).toList();
                threads.submit(() -> inTransaction(together, () -> keys.destroy(contested))).get();
                for (var maker : makers) {
                    try {
                        maker.get();
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(KeyDestroyed.class);
                        destroyedFirst++;
                    }
                }
                // Whoever was first, the destruction has the last word.
                assertThat(keys.live(contested)).as("round %d", round).isZero();
                assertThatThrownBy(() -> keys.forOwner(contested, 2026)).isInstanceOf(KeyDestroyed.class);
            }
        }
        assertThat(destroyedFirst).as("the race went both ways").isBetween(1, 1_999);
    }

    private static <T> T inTransaction(CyclicBarrier together, Supplier<T> work) throws Exception {
        together.await();
        return DATABASE.transaction().execute(t -> work.get());
    }
}
