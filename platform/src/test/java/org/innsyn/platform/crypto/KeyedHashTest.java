package org.innsyn.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private final KeyedHash hash = new KeyedHash(new byte[32]);

    @Test
    void digits_follow_from_the_parts_and_the_key() {
        assertThat(hash.digits(8, "a")).matches("\\d{8}").isEqualTo(hash.digits(8, "a")).isNotEqualTo(hash.digits(8, "b"));
        assertThat(hash.digits(8, "a")).isNotEqualTo(new KeyedHash("another key of thirty-two bytes.".getBytes(UTF_8)).digits(8, "a"));
        assertThat(IntStream.range(0, 2_000).mapToObj(i -> hash.digits(3, "part", String.valueOf(i)))).allMatch(it -> it.length() == 3)
                .as("those with leading zeros too").anyMatch(it -> it.startsWith("00"));
    }

    @Test
    void only_the_same_digits_are_right() {
        assertThat(hash.isDigits(hash.digits(8, "a"), 8, "a")).isTrue();
        assertThat(hash.isDigits(hash.digits(8, "b"), 8, "a")).isFalse();
        assertThat(hash.isDigits("", 8, "a")).isFalse();
    }
}
