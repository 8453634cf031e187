package org.innsyn.dsr.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FilesInMemory;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A mailbox arrives in another account with every byte, date and flag, once, however often it is begun. */
class MailTransferTest {

    private static final Instant RECEIVED = Instant.parse("2019-02-28T23:59:59Z");

    private final Account ann = new Account("ann-" + UUID.randomUUID());
    private final Account elsewhere = new Account("elsewhere-" + UUID.randomUUID());
    private final MailStore mail = Mailbox.mail();

    @BeforeEach
    void fill() throws Exception {
        TestEngines.shared().dovecot().letIn(elsewhere.value(), "secret");
        var flags = new Flags(Flags.Flag.SEEN);
        flags.add(Flags.Flag.FLAGGED);
        flags.add("$Label1");
        try (var box = new Mailbox(ann)) {
            box.add("INBOX", "Subject: =?utf-8?q?bl=C3=A5?=\r\n\r\nBl\u00e5b\u00e6r\r\n".getBytes(ISO_8859_1), RECEIVED, flags);
            box.add("INBOX", "no header at all, \u0007 and no end".getBytes(UTF_8), RECEIVED.plusSeconds(1), new Flags());
            box.add("Familie.Bryllup &AOY-", "Subject: twice\r\n\r\nx\r\n".getBytes(UTF_8), RECEIVED, new Flags());
            box.add("Familie.Bryllup &AOY-", "Subject: twice\r\n\r\nx\r\n".getBytes(UTF_8), RECEIVED, new Flags(Flags.Flag.ANSWERED));
            box.add("Large", ("Subject: large\r\n\r\n" + "0123456789\r\n".repeat(250_000)).getBytes(UTF_8), RECEIVED, new Flags());
        }
    }

    @Test
    void everything_arrives_as_it_is_and_nothing_twice() throws Exception {
        assertThat(mail.transfer(ann, target("secret"))).isEqualTo(new Transferred(5, 5, 0));
        assertThat(messages(elsewhere)).isEqualTo(messages(ann)).hasSize(10);

        assertThat(mail.transfer(ann, target("secret"))).isEqualTo(new Transferred(5, 0, 0));
        try (var box = new Mailbox(ann)) {
            box.add("INBOX", "Subject: new\r\n\r\nnew\r\n".getBytes(UTF_8), RECEIVED, new Flags());
        }
        assertThat(mail.transfer(ann, target("secret"))).isEqualTo(new Transferred(6, 1, 0));
    }

    @Test
    void what_lies_there_stays_and_a_difference_is_counted() throws Exception {
        try (var box = new Mailbox(elsewhere)) {
            box.add("INBOX", "Subject: theirs\r\n\r\nx\r\n".getBytes(UTF_8), RECEIVED, new Flags());
            box.add("Familie.Bryllup &AOY-", "Subject: twice\r\n\r\nx\r\n".getBytes(UTF_8), RECEIVED, new Flags(Flags.Flag.DRAFT));
        }
        // The one with another flag is the same message, and is not put there again.
        assertThat(mail.transfer(ann, target("secret"))).isEqualTo(new Transferred(5, 4, 1));
        assertThat(mail.count(elsewhere)).isEqualTo(6);
    }

    @Test
    void a_wrong_password_is_said_without_saying_whose() {
        assertThatThrownBy(() -> mail.transfer(ann, target("wrong"))).isInstanceOf(SystemUnavailable.class).hasMessageContaining("it refused the sign-in")
                .message().doesNotContain(elsewhere.value()).doesNotContain("wrong");
    }

    private Target target(String password) {
        return new Target(URI.create("imap://127.0.0.1:" + TestEngines.shared().dovecot().port()), elsewhere.value(), password);
    }

    /** Where each lies, when it came in and its flags; and what they are, byte for byte. */
    private List<String> messages(Account account) throws Exception {
        var files = new FilesInMemory();
        try (var snapshot = mail.open(account)) {
            ((Content.Files) snapshot.content(Mailbox.MAIL.item())).write(files);
        }
        var said = files.text("messages.jsonl").lines().map(line -> JsonMapper.shared().readTree(line))
                .map(line -> line.get("folder") + " " + line.get("receivedAt") + " " + line.get("flags"));
        var bytes = files.files().entrySet().stream().filter(file -> file.getKey().endsWith(".eml")).map(file -> new String(file.getValue(), ISO_8859_1));
        return Stream.concat(said, bytes).sorted().toList();
    }
}
