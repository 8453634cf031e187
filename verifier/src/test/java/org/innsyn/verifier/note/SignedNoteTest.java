package org.innsyn.verifier.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.written.LogKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example of C2SP signed-note. */
    private static final VerifierKey KEY = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void the_example_of_the_specification_verifies() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.signedBy(List.of(KEY))).isEqualTo(KEY);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
    }

    @Test
    void another_text_under_the_same_signature_is_rejected() {
        SignedNote note = SignedNote.parse(NOTE.replace("example message", "example massage"));

        assertThatThrownBy(() -> note.signedBy(List.of(KEY))).isInstanceOf(Rejected.class).hasMessageContaining("example.com/foo");
    }

    @Test
    void signatures_of_strangers_do_not_count() {
        SignedNote note = SignedNote.parse(new LogKey("example.com/foo").sign("This is an example message.\n"));

        assertThatThrownBy(() -> note.signedBy(List.of(KEY))).isInstanceOf(Rejected.class).hasMessageContaining("No signature");
    }

    @Test
    void signatures_of_strangers_do_not_disturb() {
        String witness = new LogKey("witness.example").sign("anything\n").substring("anything\n\n".length());

        assertThat(SignedNote.parse(NOTE + witness).signedBy(List.of(KEY))).isEqualTo(KEY);
        assertThat(SignedNote.parse(NOTE.replace("\u2014", witness + "\u2014")).signedBy(List.of(KEY))).isEqualTo(KEY);
    }

    @Test
    void the_text_may_hold_empty_lines() {
        var key = new LogKey("poems");
        String text = "One line.\n\nAnother.\n";

        assertThat(SignedNote.parse(key.sign(text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "text\n", "text\n\n", "\r\n\n\u2014 a AAAAAAA=\n", "text\n\n- a AAAAAAA=\n", "text\n\n\u2014 a+b AAAAAAA=\n",
        "text\n\n\u2014 a AAAAAAA=", "text\n\n\u2014 a AAAAAA==\n", "text\n\n\u2014 a AAAAAAB=\n", "text\n\n\u2014  AAAAAAA=\n", "text\n\n\u2014 a b AAAAAAA=\n"})
    void what_is_no_note_is_not_read_as_one(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com/foo", "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void what_is_no_key_is_not_read_as_one(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_checkpoint_is_origin_size_and_root() {
        Checkpoint checkpoint = Checkpoint.parse("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).hasToString("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n1\n", "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "a\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nextension\n"})
    void what_is_no_checkpoint_is_not_read_as_one(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_checkpoint_signed_by_the_key_of_another_log_is_rejected() {
        var key = new LogKey("log-one");
        SignedNote note = SignedNote.parse(key.sign("log-two\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"));

        assertThatThrownBy(() -> Checkpoint.signer(note, List.of(VerifierKey.parse(key.verifierKey()))))
                .isInstanceOfSatisfying(Rejected.class, bad -> assertThat(bad.where()).isEqualTo("origin"));
    }
}
