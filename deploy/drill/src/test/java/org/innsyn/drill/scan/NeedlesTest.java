package org.innsyn.drill.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NeedlesTest {

    private static final String WORD = "abcdefghijklmnopqrst";
    private static final byte[] BYTES = WORD.getBytes(StandardCharsets.UTF_8);

    private final Needles needles = new Needles().with("word", WORD);

    @Test
    void a_word_is_found_in_every_form_it_may_have() throws IOException {
        assertThat(found(BYTES)).isTrue();
        assertThat(found(WORD.getBytes(StandardCharsets.UTF_16LE))).isTrue();
        assertThat(found(HexFormat.of().formatHex(BYTES).getBytes(StandardCharsets.US_ASCII))).isTrue();
        for (var before : new String[] {"", "x", "xy", "xyz"}) {
            assertThat(found(Base64.getEncoder().encode((before + WORD + "and more").getBytes(StandardCharsets.UTF_8)))).as("%d bytes before it", before.length()).isTrue();
        }
        assertThat(found("abcdefghijklmnopqrs_".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void a_word_is_found_wherever_it_stands_and_counted_once() throws IOException {
        int size = (1 << 20) + 200;
        for (int at : new int[] {0, (1 << 20) - 45, (1 << 20) - 10, (1 << 20), (1 << 20) + 30, size - BYTES.length}) {
            var file = new byte[size];
            new SplittableRandom(1).nextBytes(file);
            System.arraycopy(BYTES, 0, file, at, BYTES.length);
            var found = new Found();
            needles.search(new ByteArrayInputStream(file), found);
            assertThat(found.hits()).as("at %d", at).containsEntry("word", 1L);
            assertThat(found.bytes()).isEqualTo(size);
        }
    }

    private boolean found(byte[] in) throws IOException {
        var found = new Found();
        needles.search(new ByteArrayInputStream(in), found);
        return !found.hits().isEmpty();
    }
}
