package org.innsyn.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real token: SoftHSM2. Skipped where it is not installed. */
class TokenKeysTest {

    private static final String ID = "epoch-000001";

    @TempDir
    Path path;

    private final RandomSource random = RandomSource.secure();
    private KeyFolder folder;
    private TokenKeys keys;

    @BeforeEach
    void open() {
        folder = new KeyFolder(path, random);
        keys = new TokenKeys(folder, SoftToken.shared(), random);
    }

    @Test
    void a_key_is_made_once_and_lies_nowhere_readable() throws IOException {
        var key = keys.getOrCreate(ID);
        assertThat(key).hasSize(32).isEqualTo(keys.getOrCreate(ID)).isEqualTo(keys.find(ID).orElseThrow());
        assertThat(Files.readString(path.resolve(ID + ".key"))).startsWith("pkcs11 innsyn-epoch-000001-").doesNotContain(Base64.getEncoder().encodeToString(key));
        assertThat(another().find(ID)).as("with another login to the same token").hasValueSatisfying(found -> assertThat(found).isEqualTo(key));
        assertThatThrownBy(() -> folder.find(ID)).isInstanceOf(IllegalStateException.class).hasMessageContaining("PKCS#11");
    }

    @Test
    void a_copy_of_the_folder_opens_nothing_once_the_key_is_destroyed() throws IOException {
        keys.getOrCreate(ID);
        var copy = Files.readString(path.resolve(ID + ".key"));
        keys.destroy(ID);
        assertThat(keys.has(ID)).isFalse();

        Files.writeString(path.resolve(ID + ".key"), copy);
        assertThat(another().find(ID)).isEmpty();
        assertThat(keys.find(ID)).isEmpty();
        keys.destroy(ID);
        keys.destroy(ID);
        assertThat(keys.has(ID)).isFalse();
    }

    @Test
    void a_changed_file_and_one_moved_to_another_name_do_not_open() throws IOException {
        keys.getOrCreate(ID);
        var words = Files.readString(path.resolve(ID + ".key")).split(" ");
        Files.writeString(path.resolve("epoch-000002.key"), String.join(" ", words));
        assertThatThrownBy(() -> keys.find("epoch-000002")).isInstanceOf(SealingKey.SealBroken.class);
        var sealed = Base64.getDecoder().decode(words[2]);
        sealed[20] ^= 1;
        Files.writeString(path.resolve(ID + ".key"), words[0] + " " + words[1] + " " + Base64.getEncoder().encodeToString(sealed));
        assertThatThrownBy(() -> keys.find(ID)).isInstanceOf(SealingKey.SealBroken.class);
    }

    @Test
    void many_who_make_the_same_key_at_once_get_the_same_one() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = "epoch-00010" + round;
            var seen = new HashSet<String>();
            try (var threads = Executors.newFixedThreadPool(8)) {
                var made = Stream.generate(() -> threads.submit(() -> another().getOrCreate(id))).limit(24).toList();
                for (var key : made) {
                    seen.add(HexFormat.of().formatHex(key.get()));
                }
            }
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void what_lay_in_the_folder_before_it_had_a_token_is_still_found() {
        var before = folder.getOrCreate("epoch-000007");
        assertThat(keys.find("epoch-000007").orElseThrow()).isEqualTo(before);
        keys.destroy("epoch-000007");
        assertThat(folder.has("epoch-000007")).isFalse();
    }

    @Test
    void a_token_that_cannot_be_used_is_said_at_the_start() {
        assertThatThrownBy(() -> new Pkcs11Token(Path.of("/nowhere/token.so"), 0, "0000".toCharArray(), random))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("the library is not there").hasMessageNotContaining("0000");
        assertThatThrownBy(() -> new Pkcs11Token(SoftToken.LIBRARY, 97, "0000".toCharArray(), random)).isInstanceOf(IllegalStateException.class);
    }

    private TokenKeys another() {
        return new TokenKeys(new KeyFolder(path, random), SoftToken.shared(), random);
    }
}
