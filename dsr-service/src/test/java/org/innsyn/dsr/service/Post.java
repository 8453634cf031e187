package org.innsyn.dsr.service;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mail server on this machine, and what came in. */
final class Post implements AutoCloseable {

    /** Where reports go, and who reads them there. */
    static final String RETURN_PATH = "returned@innsyn.example";
    static final String READER = "returned";
    static final String READERS_PASSWORD = "secret-of-the-mailbox";

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private final GreenMailUser returned;
    private final int port;

    Post() {
        server.start();
        port = server.getSmtp().getPort();
        returned = server.setUser(RETURN_PATH, READER, READERS_PASSWORD);
    }

    /** The mailbox for what comes back. */
    String returnedUrl() {
        return "imap://127.0.0.1:" + server.getImap().getPort();
    }

    /** Something comes in there, as it is. */
    void comesBack(String message) {
        try {
            returned.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "smtp://127.0.0.1:" + port;
    }

    /** Letters to an address whose subject has this text in it, oldest first. */
    List<Received> to(String address, String subject) {
        return Arrays.stream(server.getReceivedMessages()).filter(message -> isTo(message, address)).map(Received::of)
                .filter(letter -> letter.subject().contains(subject)).toList();
    }

    /** What strangers put into the mailbox for what comes back may not even be a message. */
    private static boolean isTo(MimeMessage message, String address) {
        try {
            return address.equals(message.getHeader("To", ","));
        } catch (MessagingException e) {
            return false;
        }
    }

    record Received(String to, String from, String subject, String id, String text) {

        static Received of(MimeMessage message) {
            try {
                return new Received(
                        message.getHeader("To", ","), message.getHeader("From", ","), message.getSubject(), message.getMessageID(),
                        String.valueOf(message.getContent()));
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
