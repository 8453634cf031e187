package org.innsyn.verifier.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.written.LogKey;
import org.innsyn.verifier.written.WrittenReceipt;
import org.junit.jupiter.api.Test;

/** What is changed in a receipt is not the company's word any more. */
class ReceiptTest {

    private final LogKey key = new LogKey("company.example/copies");

    private static CheckedReceipt check(String receipt, LogKey... given) {
        return new ReceiptCheck(Arrays.stream(given).map(each -> VerifierKey.parse(each.verifierKey())).toList()).check(receipt);
    }

    @Test
    void a_receipt_is_good_by_the_key_from_elsewhere_and_by_its_own_and_says_what_was_done() {
        var receipt = check(WrittenReceipt.by(key), key);
        assertThat(receipt.signerWasGiven()).isTrue();
        assertThat(receipt.reference()).isEqualTo("R-7Q4K-2M");
        assertThat(receipt.items()).containsExactly(
                "shop/cases (support): erase, done; 2 erased; looked up again at 2026-03-08T12:00:00Z"
                        + "; erased again, after a backup had brought it back, at 2026-03-08T18:00:00Z",
                "shop/invoices (invoices): keep, done; ground: bookkeeping-law; kept until 2031-12-31");
        assertThat(check(WrittenReceipt.by(key)).signerWasGiven()).isFalse();
    }

    @Test
    void no_byte_of_it_can_change() {
        byte[] good = WrittenReceipt.by(key).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < good.length; i++) {
            for (int flip : new int[] {1, 32}) {
                byte[] changed = good.clone();
                changed[i] ^= (byte) flip;
                assertThatThrownBy(() -> check(Utf8.decode("the file", changed), key)).as("byte " + i + " ^ " + flip).isInstanceOfAny(Rejected.class, Malformed.class);
            }
        }
    }

    @Test
    void neither_another_companys_signature_nor_a_logs_nor_none_makes_it_good() {
        var stranger = new LogKey("company.example/copies");
        assertThatThrownBy(() -> check(WrittenReceipt.by(stranger), key)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> check(WrittenReceipt.by(new LogKey("company.example/log")))).isInstanceOf(Rejected.class).hasMessageContaining("not for copies");
        String unsigned = WrittenReceipt.by(key);
        assertThatThrownBy(() -> check(unsigned.substring(0, unsigned.indexOf("\n\n") + 1), key)).isInstanceOf(Rejected.class);
    }

    @Test
    void what_is_signed_is_one_receipt_and_nothing_else() {
        for (String text : List.of("innsyn-receipt/1\n{}\n", "innsyn-receipt/1\n[]\n", "innsyn-receipt/1\n{}\n{}\n", "innsyn-receipt/1\n")) {
            assertThatThrownBy(() -> check(key.sign(text), key)).as(text).isInstanceOf(Rejected.class).hasMessageContaining("breaks the format");
        }
        assertThatThrownBy(() -> check(WrittenReceipt.by(key, ",\"state\":\"done\""), key)).as("a member twice").isInstanceOf(Rejected.class);
    }
}
