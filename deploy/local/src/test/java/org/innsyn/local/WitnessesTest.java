package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesTest {

    @TempDir
    private Path home;

    @Test
    void every_line_names_one_that_is_asked() throws IOException {
        assertThat(Witnesses.properties(new HomeFolder(home))).isEmpty();

        Files.writeString(home.resolve("witnesses"), """
                # ours, and one elsewhere
                one.example/witness+0a1b2c3d+AbC/+= http://127.0.0.1:9001/

                two.example/witness+4e5f6071+DeF= https://two.example/log/
                """);

        assertThat(Witnesses.properties(new HomeFolder(home))).containsExactly(
                "innsyn.log.witnesses[0].key=one.example/witness+0a1b2c3d+AbC/+=", "innsyn.log.witnesses[0].url=http://127.0.0.1:9001/",
                "innsyn.log.witnesses[1].key=two.example/witness+4e5f6071+DeF=", "innsyn.log.witnesses[1].url=https://two.example/log/");
    }

    @Test
    void a_line_that_is_none_stops_the_start_and_is_not_repeated() throws IOException {
        Files.writeString(home.resolve("witnesses"), "http://127.0.0.1:9001/ one.example/witness+0a1b2c3d+AbC=\n");

        assertThatThrownBy(() -> Witnesses.properties(new HomeFolder(home))).isInstanceOf(Refusal.class)
                .hasMessageContaining("KEY http://HOST:PORT/").hasMessageNotContaining("0a1b2c3d");
    }
}
