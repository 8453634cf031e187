package org.innsyn.dsr.connector.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.FilesInMemory;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.mail.ScriptedImap.Fetch;
import org.junit.jupiter.api.Test;

/** A server that answers slowly, hugely or with names that lead elsewhere costs an error and nothing else. */
class HostileMailServerTest {

    private static final Limits STRICT = new Limits(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(900), 1 << 20);
    private static final Account ANN = new Account("ann");

    @Test
    void names_that_lead_elsewhere_are_handed_on_as_names() throws IOException {
        try (var server = new ScriptedImap("\"..|..|etc|passwd\"", (command, out) -> ScriptedImap.say(out, command.contains("BODY")
                ? "* 1 FETCH (BODY[] {5}\r\nhello)"
                : "* 1 FETCH (UID 7 FLAGS () RFC822.SIZE 5)"))) {
            var files = FilesInMemory.of(store(server).open(ANN), Mailbox.MAIL);
            assertThat(files.files()).containsOnlyKeys("../../etc/passwd/7.eml", "../../etc/passwd.mbox", "messages.jsonl");
        }
    }

    @Test
    void folders_that_others_share_are_theirs() throws IOException {
        try (var server = new ScriptedImap("INBOX Users user|bo|INBOX shared|team sharedthings", (command, out) -> {})) {
            assertThat(store(server).count(ANN)).isEqualTo(3);
        }
    }

    @Test
    void an_answer_that_announces_gigabytes_is_refused_before_room_is_made_for_it() throws IOException {
        try (var server = saying((command, out) -> ScriptedImap.say(out, "* 1 FETCH (BODY[] {2000000000}"))) {
            refused(server, "announces more than 1048576 bytes");
        }
    }

    @Test
    void an_answer_without_end_is_refused() throws IOException {
        var line = ("* 1 FETCH (FLAGS (" + "a".repeat(60_000) + "))\r\n").getBytes(UTF_8);
        try (var server = saying((command, out) -> {
            while (true) {
                out.write(line);
            }
        })) {
            refused(server, "longer than 1048576 bytes");
        }
    }

    @Test
    void an_answer_drop_by_drop_is_refused() throws IOException {
        try (var server = saying((command, out) -> {
            while (true) {
                out.write('*');
                out.flush();
                Thread.sleep(20);
            }
        })) {
            refused(server, "takes longer than");
        }
    }

    @Test
    void silence_is_refused() throws IOException {
        try (var server = saying((command, out) -> Thread.sleep(60_000))) {
            refused(server, "did not do what it was asked");
        }
    }

    @Test
    void an_account_cannot_say_more_than_its_name() {
        assertThatThrownBy(() -> Mailbox.mail().count(new Account("ann\0innsyn"))).isInstanceOf(SystemUnavailable.class);
    }

    private static ScriptedImap saying(Fetch fetch) throws IOException {
        return new ScriptedImap("INBOX", fetch);
    }

    private static void refused(ScriptedImap server, String why) {
        assertThatThrownBy(() -> FilesInMemory.of(store(server).open(ANN), Mailbox.MAIL))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Nothing was changed there");
    }

    private static MailStore store(ScriptedImap server) {
        return new MailStore(Mailbox.MAIL, new MailServer("127.0.0.1", server.port(), null, "innsyn", "secret", STRICT));
    }
}
