package org.innsyn.dsr.service;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mail server on this machine, and what came in. */
final class Post implements AutoCloseable {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final int port;

    Post() {
        server.start();
        port = server.getSmtp().getPort();
    }

    String url() {
        return "smtp://127.0.0.1:" + port;
    }

    /** Letters to an address whose subject has this text in it, oldest first. */
    List<Received> to(String address, String subject) {
        return Arrays.stream(server.getReceivedMessages()).map(Received::of)
                .filter(letter -> letter.to().equals(address) && letter.subject().contains(subject)).toList();
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
