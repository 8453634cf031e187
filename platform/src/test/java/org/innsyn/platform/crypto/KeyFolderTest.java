package org.innsyn.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_readable_by_its_user_alone() throws IOException {
        var keys = new KeyFolder(folder, RandomSource.secure());
        assertThat(keys.getOrCreate("blind-index-000001")).hasSize(32).isEqualTo(keys.getOrCreate("blind-index-000001"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("blind-index-000001.key")))).isEqualTo("rw-------");
        assertThat(keys.ids("blind")).containsExactly("blind-index-000001");
    }

    @Test
    void many_who_make_the_same_key_at_once_get_the_same_one() throws Exception {
        var seen = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var made = Stream.generate(() -> threads.submit(() -> new KeyFolder(folder, RandomSource.secure()).getOrCreate("epoch-000001"))).limit(64).toList();
            for (var key : made) {
                seen.add(java.util.HexFormat.of().formatHex(key.get()));
            }
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void an_id_cannot_lead_out_of_the_folder() {
        assertThatThrownBy(() -> new KeyFolder(folder, RandomSource.secure()).getOrCreate("../outside")).isInstanceOf(IllegalArgumentException.class);
    }
}
