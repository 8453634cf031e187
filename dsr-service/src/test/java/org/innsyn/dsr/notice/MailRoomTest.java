package org.innsyn.dsr.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innsyn.dsr.request.Language;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.NoticeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** Against a mail server: GreenMail, and one that says no. */
class MailRoomTest {

    private static final String ANN = "ann@post.example";
    private static final Letter LETTER = new Letter("Your request R-7Q4K-2M\r\nBcc: eve@evil.example", "Hei Åse,\n.\nBcc: eve@evil.example\n");
    private static final Notice NOTICE = new Notice(
            UUID.fromString("6f1d2c3a-0000-4000-8000-000000000005"), new RequestId(UUID.randomUUID()), NoticeKind.RECEIVED, 0, null, null, null, null,
            Notice.State.WAITING, null, Instant.parse("2026-06-10T10:00:00Z"), null, null, null);

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.SMTPS.dynamicPort()});

    MailRoomTest() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void the_same_notice_is_the_same_message_however_often_it_is_sent() throws Exception {
        var room = room("smtp://127.0.0.1:" + server.getSmtp().getPort());
        var first = room.send(NOTICE, ANN, LETTER);
        var second = room.send(NOTICE, ANN, LETTER);

        assertThat(first.code()).isEqualTo("250");
        assertThat(first.messageId()).isEqualTo("<6f1d2c3a-0000-4000-8000-000000000005@innsyn.example>").isEqualTo(second.messageId());
        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.getMessageID()).isEqualTo(first.messageId());
            assertThat(message.getSentDate().toInstant()).isEqualTo(NOTICE.createdAt());
            assertThat(message.getContentType()).startsWith("text/plain");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
    }

    @Test
    void nothing_in_a_text_becomes_a_header_or_ends_the_message() throws Exception {
        room("smtp://127.0.0.1:" + server.getSmtp().getPort()).send(NOTICE, ANN, LETTER);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(ANN);
        assertThat(message.getContent().toString().replace("\r\n", "\n").stripTrailing()).isEqualTo(LETTER.text().stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@post.example\r\nBcc: eve@evil.example", "ann@post.example, eve@evil.example", "Ann <ann@post.example>", "ann", "@post.example", "",
        "ann@post.example\u0000", "a b@post.example", "group: ann@post.example;"})
    void what_is_more_or_less_than_one_address_is_none(String address) {
        assertThatThrownBy(() -> room("smtp://127.0.0.1:" + server.getSmtp().getPort()).send(NOTICE, address, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isTrue());
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_nobody_trusts_is_refused_and_without_tls_no_other_machine_is_reached() {
        assertThatThrownBy(() -> room("smtps://localhost:" + server.getSmtps().getPort()).send(NOTICE, ANN, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isFalse());
        assertThatThrownBy(() -> room("smtp://192.0.2.1:25").send(NOTICE, ANN, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isFalse());
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> room("http://localhost")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_server_that_says_never_is_believed_and_one_that_says_later_is_asked_again() throws Exception {
        try (var no = new Scripted("550 5.1.1 no such mailbox")) {
            assertThatThrownBy(() -> room(no.url()).send(NOTICE, ANN, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isTrue())
                    .hasMessage("The mail server refused it for good (550).");
        }
        try (var later = new Scripted("451 4.3.0 busy, ann@post.example")) {
            assertThatThrownBy(() -> room(later.url()).send(NOTICE, ANN, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isFalse())
                    .hasMessage("The mail server did not take it (451). It is tried again.");
        }
    }

    @Test
    void a_server_that_writes_reports_is_told_by_which_id_and_to_send_no_text_back() throws Exception {
        try (var no = new Scripted("550 5.1.1 no such mailbox")) {
            assertThatThrownBy(() -> room(no.url()).send(NOTICE, ANN, LETTER)).isInstanceOfSatisfying(NotSent.class, why -> assertThat(why.isForGood()).isTrue());
            assertThat(no.said).anyMatch(line -> line.startsWith("MAIL FROM:<privacy@innsyn.example>") && line.contains("RET=HDRS") && line.contains("ENVID=" + NOTICE.id()))
                    .anyMatch(line -> line.startsWith("RCPT TO:<" + ANN + ">") && line.contains("NOTIFY=FAILURE,DELAY"));
        }
    }

    private static MailRoom room(String url) {
        return new MailRoom(
                new MailSettings(url, null, null, null, null, "privacy@innsyn.example", "Post AS", "https://innsyn.example/", null, null,
                        List.of(Language.EN), Map.of()),
                BounceSettings.NONE,
                new DefaultSslBundleRegistry());
    }

    /** Greets, and answers every recipient the same. */
    private static final class Scripted implements AutoCloseable {

        private final List<String> said = new CopyOnWriteArrayList<>();
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Scripted(String answer) throws Exception {
            Thread.ofVirtual().start(() -> serve(answer));
        }

        private void serve(String answer) {
            try (var line = socket.accept(); var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII))) {
                line.getOutputStream().write("220 here\r\n".getBytes(US_ASCII));
                for (var heard = in.readLine(); heard != null; heard = in.readLine()) {
                    said.add(heard);
                    String told = heard.startsWith("RCPT") ? answer : heard.startsWith("EHLO") ? "250-here\r\n250 DSN" : "250 ok";
                    line.getOutputStream().write((told + "\r\n").getBytes(US_ASCII));
                }
            } catch (IOException e) {
                // Whoever spoke has gone.
            }
        }

        String url() {
            return "smtp://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }
}
