package org.innsyn.dsr.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.dsr.notice.ReportText.about;
import static org.innsyn.dsr.notice.ReportText.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as mail servers write them, and what strangers write instead. */
class DeliveryReportTest {

    private static final UUID ID = UUID.fromString("0199d2c3-0000-7000-8000-00000000000a");
    private static final String LETTER = "<" + ID + "@innsyn.example>";
    private static final String FAILED = "Final-Recipient: rfc822; ann@post.example\nAction: failed\nStatus: 5.1.1\n";

    private static Optional<DeliveryReport> read(String text) {
        return DeliveryReport.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_letter_is_named_by_its_message_id_or_by_the_envelope_id_it_was_sent_with() {
        var failed = new DeliveryReport(ID, true, "5.1.1");
        assertThat(read(about(LETTER, "failed", "5.1.1"))).contains(failed);
        assertThat(read(report(FAILED, "Original-Envelope-Id: " + ID + "\n", "Content-Type: text/plain\n\nnothing\n"))).contains(failed);
        assertThat(read(report(FAILED, "", "Content-Type: message/rfc822\n\nMessage-ID: " + LETTER + "\nSubject: x\n\nAll of it.\n"))).contains(failed);
        assertThat(read(about(LETTER, "Failed", "5.1.1 (no such mailbox)"))).contains(failed);
    }

    @Test
    void one_that_is_late_is_no_failure_and_one_that_was_delivered_or_passed_on_is_neither() {
        assertThat(read(about(LETTER, "delayed", "4.4.1"))).contains(new DeliveryReport(ID, false, "4.4.1"));
        assertThat(read(about(LETTER, "failed", "4.4.7"))).as("given up after days").contains(new DeliveryReport(ID, true, "4.4.7"));
        for (String action : new String[] {"delivered", "relayed", "expanded", "removed"}) {
            assertThat(read(about(LETTER, action, "2.0.0"))).as(action).isEmpty();
        }
        assertThat(read(about(LETTER, "failed", "2.0.0"))).as("says two things").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<0199d2c3-0000-7000-8000-00000000000A@innsyn.example>", "<1@innsyn.example>", "0199d2c3", "<0199d2c3-0000-7000-8000-00000000000a'--@x>", ""})
    void what_names_no_letter_is_let_go(String messageId) {
        assertThat(read(about(messageId, "failed", "5.1.1"))).isEmpty();
    }

    @Test
    void what_names_two_letters_is_believed_of_neither() {
        assertThat(read(report(FAILED, "Original-Envelope-Id: 0199d2c3-0000-7000-8000-00000000000b\n", "Content-Type: text/rfc822-headers\n\nMessage-ID: " + LETTER + "\n")))
                .isEmpty();
    }

    @Test
    void nothing_but_a_report_is_one_however_it_is_written() {
        String good = about(LETTER, "failed", "5.1.1");
        assertThat(read(good.replace("report-type=delivery-status", "report-type=disposition-notification"))).isEmpty();
        assertThat(read(good.replace("multipart/report", "multipart/mixed"))).isEmpty();
        assertThat(read(good.replace("message/delivery-status", "text/plain"))).isEmpty();
        assertThat(read(good.replace("Status: 5.1.1", "Status: 5.1.1.1.1.1 <script>"))).isEmpty();
        assertThat(read("Content-Type: multipart/report; report-type=delivery-status\r\n\r\n")).isEmpty();
        assertThat(read("Content-Type: ;;;=\"\r\n\r\n")).isEmpty();
        assertThat(read("")).isEmpty();
        byte[] whole = good.getBytes(StandardCharsets.ISO_8859_1);
        for (int length = 0; length < whole.length; length++) {
            DeliveryReport.of(Arrays.copyOf(whole, length));
        }
        assertThat(read(good.replace("--4d0f/mx.example\r\nContent-Type: text/plain", "--4d0f/mx.example\r\nContent-Type: text/plain\r\n\r\n\r\n--4d0f/mx.example".repeat(500))))
                .as("a report behind many parts").isEmpty();
    }

    @Test
    void a_thousand_recipients_are_not_looked_at_and_what_is_cut_off_is_read_as_far_as_it_goes() {
        assertThat(read(report("Action: delivered\nStatus: 2.0.0\n\n".repeat(1_000) + FAILED, "Original-Envelope-Id: " + ID + "\n", "Content-Type: text/plain\n\n"))).isEmpty();
        String cut = report(FAILED, "", "Content-Type: message/rfc822\n\nMessage-ID: " + LETTER + "\nSubject: x\n\n" + "All of it.\n".repeat(50));
        assertThat(read(cut.substring(0, cut.length() - 200))).contains(new DeliveryReport(ID, true, "5.1.1"));
    }
}
