package org.innsyn.verifier.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.verifier.written.Bytes.int64;
import static org.innsyn.verifier.written.Bytes.join;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.written.WitnessSigner;
import org.innsyn.verifier.written.WrittenLog;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final long TIME = 1_772_445_600;

    private final WrittenLog log = new WrittenLog("log.example/access").fill(10, new Random(3));
    private final WitnessSigner one = new WitnessSigner("witness.example/one");
    private final WitnessSigner two = new WitnessSigner("witness.example/two");
    private final String note = log.checkpoint();

    private static Witnesses witnesses(int quorum, WitnessSigner... signers) {
        return new Witnesses(Stream.of(signers).map(signer -> WitnessKey.parse(signer.verifierKey())).toList(), quorum);
    }

    private static void rejects(Witnesses witnesses, String note, String where) {
        assertThatThrownBy(() -> witnesses.require(SignedNote.parse(note)))
                .isInstanceOfSatisfying(Rejected.class, bad -> assertThat(bad.where()).isEqualTo(where));
    }

    /** The checkpoint in C2SP tlog-cosignature; its witness's public key is not given there, so only the form can be looked at. */
    @Test
    void the_line_of_the_specification_is_read_as_one() {
        SignedNote example = SignedNote.parse("""
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """);

        assertThat(witnesses(1, one).of(example)).as("a stranger's").isEmpty();
    }

    @Test
    void who_signed_and_when_is_told() {
        SignedNote cosigned = SignedNote.parse(two.cosign(one.cosign(note, TIME), TIME + 5));

        assertThat(witnesses(2, one, two).of(cosigned)).extracting(Cosignature::at)
                .containsExactly(Instant.ofEpochSecond(TIME), Instant.ofEpochSecond(TIME + 5));
        witnesses(2, one, two).require(cosigned);
    }

    @Test
    void the_logs_own_signature_is_found_whatever_stands_beside_it() {
        var trusted = List.of(VerifierKey.parse(log.key().verifierKey()));

        assertThat(SignedNote.parse(one.cosign(note, TIME)).signedBy(trusted)).isEqualTo(trusted.getFirst());
    }

    @Test
    void fewer_than_required_are_too_few() {
        rejects(witnesses(2, one, two), one.cosign(note, TIME), "cosignatures");
        rejects(witnesses(1, two), one.cosign(note, TIME), "cosignatures");
        witnesses(1, one, two).require(SignedNote.parse(one.cosign(note, TIME)));
    }

    @Test
    void a_witness_that_is_named_twice_or_signs_twice_counts_once() {
        assertThatThrownBy(() -> witnesses(2, one, one)).isInstanceOf(IllegalArgumentException.class);
        rejects(witnesses(2, one, two), one.cosign(one.cosign(note, TIME), TIME + 1), "cosignatures");
        assertThat(witnesses(1, one).of(SignedNote.parse(one.cosign(one.cosign(note, TIME), TIME + 1)))).singleElement()
                .extracting(Cosignature::at).isEqualTo(Instant.ofEpochSecond(TIME + 1));
    }

    @Test
    void a_forged_cosignature_is_bad_even_where_no_witness_is_required() {
        byte[] genuine = one.signature(note, TIME);
        for (int at = 0; at < genuine.length; at++) {
            byte[] forged = genuine.clone();
            forged[at] ^= 1;
            rejects(witnesses(0, one), note + one.line(forged), "cosignature");
        }
        rejects(witnesses(0, one), note + one.line(Arrays.copyOf(genuine, genuine.length - 1)), "cosignature");
        rejects(witnesses(0, one), note + one.line(Arrays.copyOf(genuine, genuine.length + 1)), "cosignature");
        rejects(witnesses(0, one), note + one.line(one.sign(note.substring(0, note.indexOf("\n\n") + 1))), "cosignature");
    }

    @Test
    void a_cosignature_of_another_size_without_a_time_or_of_another_name_is_bad() {
        rejects(witnesses(1, one), note + one.line(one.signature(log.checkpoint(9), TIME)), "cosignature");
        rejects(witnesses(1, one), one.cosign(note, 0), "cosignature");
        rejects(witnesses(1, one), note + one.line(join(int64(-1), new byte[64])), "cosignature");
        rejects(witnesses(1, two), note + two.line(one.signature(note, TIME)), "cosignature");
    }

    @Test
    void a_logs_key_is_no_witnesss_key_and_the_other_way_round() {
        assertThatThrownBy(() -> WitnessKey.parse(log.key().verifierKey())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> VerifierKey.parse(one.verifierKey())).isInstanceOf(Malformed.class);
    }
}
