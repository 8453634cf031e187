package org.innsyn.dsr.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.FilesInMemory;
import org.innsyn.dsr.connector.link.Limits;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in a mailbox on a real Dovecot comes out as it is, and again in another one. */
class MailStoreTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant RECEIVED = Instant.parse("2024-02-29T23:30:00Z");

    private final Account ann = new Account("ann-" + UUID.randomUUID() + "@post.example");

    @Test
    void every_message_comes_out_byte_for_byte_with_its_folder_flags_and_date() throws Exception {
        var odd = odd();
        try (var box = new Mailbox(ann)) {
            for (var message : odd.values()) {
                box.add("INBOX", message, RECEIVED, new Flags());
            }
            var flags = new Flags();
            flags.add(Flags.Flag.SEEN);
            flags.add(Flags.Flag.FLAGGED);
            flags.add("$Label1");
            box.add("Familie.Bryllup ÆØÅ 結婚", odd.get("plain"), RECEIVED, flags);
        }

        var files = collected(ann);
        var lines = lines(files);
        assertThat(lines).hasSize(odd.size() + 1);
        assertThat(lines.stream().map(line -> new String(files.files().get(line.get("file").asString()), ISO_8859_1)))
                .containsAll(odd.values().stream().map(raw -> new String(raw, ISO_8859_1)).toList());
        var wedding = lines.stream().filter(line -> line.get("folder").size() == 2).findFirst().orElseThrow();
        assertThat(wedding.get("folder").toString()).isEqualTo("[\"Familie\",\"Bryllup ÆØÅ 結婚\"]");
        assertThat(wedding.get("flags").toString()).isEqualTo("[\"\\\\Flagged\",\"\\\\Seen\",\"$Label1\"]");
        assertThat(wedding.get("receivedAt").asString()).isEqualTo(RECEIVED.toString());
        assertThat(wedding.get("file").asString()).isEqualTo("Familie/Bryllup ÆØÅ 結婚/2024-02-29-1.eml");
        assertThat(files.shown()).extracting(shown -> shown.name() + " " + shown.records())
                .containsExactlyInAnyOrder("INBOX " + odd.size(), "Familie.Bryllup ÆØÅ 結婚 1");
    }

    @Test
    void reading_leaves_no_trace() throws Exception {
        try (var box = new Mailbox(ann)) {
            box.add("INBOX", "Subject: new\r\n\r\nunread\r\n".getBytes(UTF_8), RECEIVED, new Flags());
            collected(ann);
            var inbox = box.folder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getUnreadMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void a_folders_mbox_gives_back_every_message() throws Exception {
        var odd = new ArrayList<>(odd().values());
        try (var box = new Mailbox(ann)) {
            for (var message : odd) {
                box.add("INBOX", message, RECEIVED, new Flags(Flags.Flag.ANSWERED));
            }
        }

        var mbox = new String(collected(ann).files().get("INBOX.mbox"), ISO_8859_1);
        assertThat(MboxReader.messages(mbox)).isEqualTo(odd.stream().map(raw -> new String(raw, ISO_8859_1).replace("\r\n", "\n"))
                // A file of lines cannot tell a message whose last line has no end.
                .map(text -> text.endsWith("\n") ? text : text + "\n")
                .toList());
        assertThat(mbox).startsWith("From MAILER-DAEMON Thu Feb 29 23:30:00 2024\nStatus: O\nX-Status: A\n");
    }

    @Test
    void put_into_a_second_mailbox_it_is_the_same_mail() throws Exception {
        try (var box = new Mailbox(ann)) {
            int day = 0;
            for (var message : odd().values()) {
                box.add(day % 2 == 0 ? "INBOX" : "Arkiv.20" + day, message, RECEIVED.plus(Duration.ofDays(day++)), new Flags(Flags.Flag.SEEN));
            }
        }
        var first = collected(ann);
        var second = new Account("bo-" + UUID.randomUUID());
        try (var box = new Mailbox(second)) {
            for (var line : lines(first)) {
                var folder = String.join(".", line.get("folder").valueStream().map(JsonNode::asString).toList());
                box.add(folder, first.files().get(line.get("file").asString()), Instant.parse(line.get("receivedAt").asString()), new Flags(Flags.Flag.SEEN));
            }
        }

        var again = collected(second);
        assertThat(again.files().keySet()).isEqualTo(first.files().keySet());
        first.files().forEach((path, bytes) -> assertThat(again.files().get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void a_message_larger_than_an_answer_may_be_comes_in_pieces() throws Exception {
        var large = ("Subject: large\r\n\r\n" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab\r\n".repeat(150_000)).getBytes(UTF_8);
        try (var box = new Mailbox(ann)) {
            box.add("INBOX", large, RECEIVED, new Flags());
            box.add("INBOX", odd().get("plain"), RECEIVED, new Flags());
        }

        var strict = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(30), (1 << 20) + 100_000);
        assertThat(large.length).isGreaterThan(9_000_000);
        var files = FilesInMemory.of(new MailStore(Mailbox.MAIL, Mailbox.server(strict)).open(ann), Mailbox.MAIL);
        assertThat(files.files().get("INBOX/2024-02-29-1.eml")).isEqualTo(large);
        assertThat(files.files().get("INBOX/2024-02-29-2.eml")).isEqualTo(odd().get("plain"));
    }

    @Test
    void an_empty_mailbox_is_no_mail() {
        assertThat(Mailbox.mail().count(ann)).isZero();
        assertThat(collected(ann).text("messages.jsonl")).isEmpty();
    }

    private static FilesInMemory collected(Account account) {
        return FilesInMemory.of(Mailbox.mail().open(account), Mailbox.MAIL);
    }

    private static List<JsonNode> lines(FilesInMemory files) {
        return files.text("messages.jsonl").lines().map(JSON::readTree).toList();
    }

    /** Mail as it is out there. */
    static Map<String, byte[]> odd() throws IOException {
        var odd = new LinkedHashMap<String, byte[]>();
        odd.put("plain", "Subject: hello\r\n\r\nhello\r\n".getBytes(UTF_8));
        odd.put("utf-8 without saying so", "Subject: Blåbærsyltetøy\r\n\r\nÆØÅ 結婚\r\n".getBytes(UTF_8));
        odd.put("8-bit latin", "Subject: Bl\u00e5\r\n\r\n\u00e6\u00f8\u00e5\u0080\u00ff\r\n".getBytes(ISO_8859_1));
        odd.put("looks like mbox", "Subject: x\r\n\r\nFrom here\r\n>From there\r\n>>From\r\nFrom\r\nFro m\r\n>>> From\r\n".getBytes(UTF_8));
        odd.put("no end of line", "Subject: x\r\n\r\nno end".getBytes(UTF_8));
        odd.put("ends in quoted beginning", "Subject: x\r\n\r\nFrom ".getBytes(UTF_8));
        odd.put("header alone", "Subject: x\r\n\r\n".getBytes(UTF_8));
        odd.put("dots and blanks", "Subject: x \r\n\r\n.\r\n..\r\n  \t \r\n\r\n\r\n".getBytes(UTF_8));
        odd.put("broken MIME", ("Content-Type: multipart/mixed; boundary=\"never\r\nSubject: =?utf-8?Q?=E5broken?=\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + "--other\r\nContent-Type\r\n\r\n!!!not base64!!!\r\n").getBytes(UTF_8));
        odd.put("header injection", "Subject: x\r\nStatus: RO\r\nX-Keywords: mine\r\nFrom: a\r\n\tfolded\r\n\r\nbody\r\n".getBytes(UTF_8));
        odd.put("zip bomb", zipBomb());
        return odd;
    }

    /** Sixteen megabytes of nothing in sixteen kilobytes: looked into by nobody. */
    private static byte[] zipBomb() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../bomb"));
            out.write(new byte[16 << 20]);
        }
        return ("Subject: bomb\r\nContent-Type: application/zip; name=\"../../x.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(zip.toByteArray()) + "\r\n").getBytes(UTF_8);
    }

    /** Reads the reversible form of mbox, without the lines that tell flags. */
    private static final class MboxReader {

        static List<String> messages(String mbox) {
            var messages = new ArrayList<String>();
            for (String part : mbox.split("(?m)^From [^\n]*\n")) {
                if (!part.isEmpty()) {
                    String message = part.replaceFirst("^Status: [^\n]*\n", "").replaceFirst("^X-Status: [^\n]*\n", "").replaceAll("(?m)^>(>*From )", "$1");
                    messages.add(message.substring(0, message.length() - 1));
                }
            }
            return messages;
        }
    }
}
