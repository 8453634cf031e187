package org.innsyn.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private final byte[] secret = RandomSource.secure().bytes(Commitment.SECRET_LENGTH);

    @Test
    void one_field_can_be_opened_while_the_others_stay_hidden() {
        var fields = fields("purpose", "support.case", "actor", "agent-17");
        var leaf = Commitment.leafData(secret, fields);
        // What a verifier is given: purpose with its salt, and of the actor only the digest.
        var purpose = Commitment.digest(Commitment.salt(secret, "purpose"), "support.case".getBytes(StandardCharsets.UTF_8));
        var actor = Commitment.digest(Commitment.salt(secret, "actor"), "agent-17".getBytes(StandardCharsets.UTF_8));
        assertThat(leafOf("actor", actor, "purpose", purpose)).isEqualTo(leaf);
        assertThat(leafOf("actor", actor, "purpose", Commitment.digest(Commitment.salt(secret, "purpose"), "curiosity".getBytes(StandardCharsets.UTF_8)))).isNotEqualTo(leaf);
    }

    @Test
    void the_salt_of_one_field_opens_no_other() {
        assertThat(Commitment.salt(secret, "purpose")).isNotEqualTo(Commitment.salt(secret, "actor"));
    }

    @Test
    void without_the_secret_a_leaf_cannot_be_guessed() {
        var fields = fields("purpose", "support.case");
        assertThat(Commitment.leafData(RandomSource.secure().bytes(32), fields)).isNotEqualTo(Commitment.leafData(secret, fields));
    }

    private static TreeMap<String, byte[]> fields(String... pairs) {
        var fields = new TreeMap<String, byte[]>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** The leaf from digests alone, as a verifier computes it. */
    private static byte[] leafOf(Object... pairs) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < pairs.length; i += 2) {
            var name = ((String) pairs[i]).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(new byte[] {0, 0, 0, (byte) name.length});
            bytes.writeBytes(name);
            bytes.writeBytes((byte[]) pairs[i + 1]);
        }
        return Sha256.of(bytes.toByteArray());
    }
}
