package org.innsyn.dsr.notice;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.innsyn.dsr.connector.link.GuardedSockets;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Upgrade;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server (RFC 5321), encrypted from the first byte, or before anything is said (STARTTLS), unless it is on this machine.
 *
 * <p>Guarantees: the same notice is the same message, with the same Message-ID and date, however often it is sent; nothing in an address or a text makes a
 * header of its own.
 */
@Component
public class MailRoom {

    private static final String STARTTLS = "smtp+starttls";

    private final MailSettings settings;
    private final BounceSettings bounces;
    private final SslBundles certificates;

    MailRoom(MailSettings settings, BounceSettings bounces, SslBundles certificates) {
        this.settings = settings;
        this.bounces = bounces;
        this.certificates = certificates;
        if (settings.isConfigured()) {
            check(settings.server());
            if (address(settings.sender()).isEmpty()) {
                throw new IllegalStateException("innsyn.mail.from is no mail address.");
            }
            if (bounces.returnPath() != null && address(bounces.returnPath()).isEmpty()) {
                throw new IllegalStateException("innsyn.mail.bounces.return-path is no mail address.");
            }
            settings.secret();
        }
    }

    private static void check(URI server) {
        if (!List.of("smtps", STARTTLS, "smtp").contains(String.valueOf(server.getScheme())) || server.getHost() == null) {
            throw new IllegalStateException("innsyn.mail.url begins with smtps:// or smtp+starttls://, or with smtp:// on this machine.");
        }
    }

    /** Whether there is a mail server; otherwise notices wait. */
    public boolean isOpen() {
        return settings.isConfigured();
    }

    /**
     * What a server said when it took a message.
     *
     * @param code its reply code
     * @param answer its whole reply; may quote an address
     */
    public record Receipt(String messageId, String code, String answer) {}

    /**
     * Sends a letter.
     *
     * @throws NotSent when a server did not take it
     */
    public Receipt send(Notice notice, String to, Letter letter) throws NotSent {
        var recipient = address(to).orElseThrow(() -> new NotSent(Hindrance.UNUSABLE_ADDRESS, true));
        var session = Session.getInstance(properties());
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            var message = message(session, notice, recipient, letter);
            var server = settings.server();
            transport.connect(server.getHost(), port(server), settings.username(), settings.secret());
            if (transport.supportsExtension("DSN")) {
                askForReports(message, notice);
            }
            transport.sendMessage(message, message.getAllRecipients());
            var answer = String.valueOf(transport.getLastServerResponse()).strip();
            return new Receipt(message.getMessageID(), String.valueOf(transport.getLastReturnCode()), answer.substring(0, Math.min(500, answer.length())));
        } catch (MessagingException e) {
            int code = code(e);
            if (code >= 500) {
                throw new NotSent(Hindrance.refused(code), true);
            }
            throw new NotSent(code > 0 ? Hindrance.notTaken(code) : Hindrance.noAnswer(e), false);
        }
    }

    /** A refused sign-in is a matter of settings, not of this letter: it is tried again. */
    private static int code(Exception e) {
        for (Exception each = e; each != null; each = each instanceof MessagingException problem ? problem.getNextException() : null) {
            switch (each) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSendFailedException send -> {
                    return send.getReturnCode();
                }
                case SendFailedException _ -> {}
                default -> {}
            }
        }
        return 0;
    }

    /** What a report names the letter by, and when there is to be one: not with the letter's text in it (RFC 3461). */
    private static void askForReports(SMTPMessage message, Notice notice) {
        message.setMailExtension("ENVID=" + notice.id());
        message.setReturnOption(SMTPMessage.RETURN_HDRS);
        message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY);
    }

    private SMTPMessage message(Session session, Notice notice, InternetAddress to, Letter letter) throws MessagingException {
        var from = address(settings.sender()).orElseThrow();
        String id = "<" + notice.id() + "@" + domain(from) + ">";
        var message = new SMTPMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setEnvelopeFrom(bounces.returnPath() == null ? from.getAddress() : bounces.returnPath());
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(letter.subject().replaceAll("\\R", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(notice.createdAt()));
        // So that nobody's absence answers it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    private Properties properties() {
        var server = settings.server();
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(Limits.USUAL.connect().toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(Limits.USUAL.silence().toMillis()));
        // Neither this machine's name nor its user's goes out.
        properties.setProperty("mail.smtp.localhost", domain(address(settings.sender()).orElseThrow()));
        properties.put("mail.smtp.socketFactory", new GuardedSockets(Limits.USUAL, in -> in, tls(server), STARTTLS.equals(server.getScheme()) ? Upgrade.SMTP : null));
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    private @Nullable SSLSocketFactory tls(URI server) {
        if ("smtp".equals(server.getScheme())) {
            return null;
        }
        return settings.trust() == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : certificates.getBundle(settings.trust()).createSslContext().getSocketFactory();
    }

    private static int port(URI server) {
        return server.getPort() >= 0 ? server.getPort() : switch (server.getScheme()) {
            case "smtps" -> 465;
            case STARTTLS -> 587;
            default -> 25;
        };
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    /** One address and nothing else; empty when the text is anything more or less. */
    static Optional<InternetAddress> address(String text) {
        try {
            var address = new InternetAddress(text, true);
            boolean plain = text.equals(address.getAddress()) && text.indexOf('@') > 0 && text.length() <= 254 && text.chars().allMatch(c -> c > ' ' && c < 127);
            return plain ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
