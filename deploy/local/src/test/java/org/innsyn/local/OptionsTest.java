package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void folders_verb_and_arguments_are_told_apart() {
        Options options = Options.parse("--home", "/h", "--checkout", "/c", "up", "--port", "9000", "--detached");

        assertThat(options.home().root()).isEqualTo(Path.of("/h"));
        assertThat(options.checkout()).isEqualTo(Path.of("/c"));
        assertThat(options.verb()).isEqualTo("up");
        assertThat(options.port()).isEqualTo(9_000);
        assertThat(options.has("--detached")).isTrue();
    }

    @Test
    void without_a_port_it_is_the_usual_one() {
        assertThat(Options.parse("--home", "/h", "--checkout", "/c", "up").port()).isEqualTo(8_470);
    }

    @Test
    void mail_comes_when_it_is_asked_for() {
        assertThat(Options.parse("--home", "/h", "--checkout", "/c", "up").withMail()).isFalse();
        assertThat(Options.parse("--home", "/h", "--checkout", "/c", "up", "--with", "mail").withMail()).isTrue();
        assertThatThrownBy(() -> Options.parse("--home", "/h", "--checkout", "/c", "up", "--with", "tea").withMail()).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "80", "65530", "-1", ""})
    void a_port_that_cannot_be_is_refused_in_words(String port) {
        Options options = Options.parse("--home", "/h", "--checkout", "/c", "up", "--port", port);

        assertThatThrownBy(options::port).isInstanceOf(Refusal.class).hasMessageContaining("1024");
    }
}
