package org.innsyn.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedStreamTest {

    private static final byte[] PLACE = {1, 2, 3};

    private final RandomSource random = RandomSource.secure();
    private final SealedStream stream = new SealedStream(random.bytes(32));

    @Test
    void what_was_sealed_opens_again_over_several_segments() throws IOException {
        var content = random.bytes(3_000_000);
        assertThat(open(stream, seal(content), PLACE)).isEqualTo(content);
    }

    @Test
    void another_place_another_key_a_changed_byte_or_a_cut_end_do_not_open() throws IOException {
        var sealed = seal(random.bytes(3_000_000));

        refuses(stream, sealed, new byte[] {9});
        refuses(new SealedStream(random.bytes(32)), sealed, PLACE);
        var changed = sealed.clone();
        changed[2_500_000] ^= 1;
        refuses(stream, changed, PLACE);
        refuses(stream, Arrays.copyOf(sealed, 2 * (1 << 20)), PLACE);
    }

    private byte[] seal(byte[] content) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var out = stream.seal(sealed, PLACE)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    private static void refuses(SealedStream stream, byte[] sealed, byte[] place) {
        assertThatThrownBy(() -> open(stream, sealed, place)).isInstanceOf(IOException.class);
    }

    private static byte[] open(SealedStream stream, byte[] sealed, byte[] place) throws IOException {
        try (var in = stream.open(new ByteArrayInputStream(sealed), place)) {
            return in.readAllBytes();
        }
    }
}
