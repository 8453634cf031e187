package org.innsyn.dsr.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AccountConnector;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemResult.CarriedOut;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An emptied mailbox is found empty by whoever looks next; its neighbours' are as they were. */
class MailErasureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final AccountConnector connector = new AccountConnector(Mailbox.MAIL, Mailbox.mail(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Account ann = new Account("ann-" + UUID.randomUUID());
    private final Account bo = new Account("bo-" + UUID.randomUUID());

    @BeforeEach
    void fill() throws MessagingException {
        for (var account : List.of(ann, bo)) {
            try (var box = new Mailbox(account)) {
                for (String folder : List.of("INBOX", "INBOX", "Sent", "Helse.Lege", "Helse.Lege.2024")) {
                    box.add(folder, "Subject: x\r\n\r\nx\r\n".getBytes(UTF_8), NOW, new Flags());
                }
                box.folder("Helse.Lege").setSubscribed(true);
            }
        }
    }

    @Test
    void it_is_counted_before_anything_is_decided() {
        assertThat(connector.discover(ann, Right.ERASURE, TODAY)).containsExactly(new Holding(
                Mailbox.MAIL.item(), "mail", 5, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null));
        assertThat(connector.discover(ann, Right.ACCESS, TODAY)).extracting(Holding::suggestion).containsExactly(Outcome.INCLUDE);
    }

    @Test
    void nothing_is_left_neither_mail_nor_the_names_of_folders() throws MessagingException {
        var results = connector.erase(connector.trace(ann, Trace.NONE), decided(Outcome.ERASE), TODAY);

        assertThat(results).containsExactly(new CarriedOut(Mailbox.MAIL.item(), Map.of("erased", 5L), null, NOW));
        assertThat(connector.discover(ann, Right.ACCESS, TODAY)).extracting(Holding::found).containsExactly(0L);
        try (var box = new Mailbox(ann)) {
            assertThat(Arrays.stream(box.store().getDefaultFolder().list("*"))).extracting(folder -> folder.getFullName()).containsExactly("INBOX");
            assertThat(box.store().getDefaultFolder().listSubscribed("*")).isEmpty();
        }
        assertThat(connector.discover(bo, Right.ACCESS, TODAY)).extracting(Holding::found).containsExactly(5L);
    }

    @Test
    void done_twice_it_says_the_same() {
        var trace = connector.trace(ann, Trace.NONE);
        var first = connector.erase(trace, decided(Outcome.ERASE), TODAY);

        assertThat(connector.erase(connector.trace(ann, trace), decided(Outcome.ERASE), TODAY)).isEqualTo(first);
    }

    @Test
    void what_is_kept_is_counted_and_stays() {
        var results = connector.erase(connector.trace(ann, Trace.NONE), decided(Outcome.KEEP), TODAY);

        assertThat(results).containsExactly(new CarriedOut(Mailbox.MAIL.item(), Map.of("kept", 5L), null, NOW));
        assertThat(connector.discover(ann, Right.ACCESS, TODAY)).extracting(Holding::found).containsExactly(5L);
    }

    private static List<Decision> decided(Outcome outcome) {
        return List.of(new Decision(Mailbox.MAIL.item(), outcome, outcome == Outcome.KEEP ? "legal-claims" : null));
    }
}
