package org.innsyn.dsr.connector.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.TestEngines;

/** Somebody's mailbox on a real Dovecot, filled as a mail program fills it. */
public final class Mailbox implements AutoCloseable {

    public static final SystemProfile MAIL = new SystemProfile("mail", Title.of("Mail"), "/customers/mail", "mail");

    private final OpenMailbox mailbox;

    public Mailbox(Account account) throws MessagingException {
        mailbox = server(Limits.USUAL).open(account);
    }

    /** The server as the connector reaches it. */
    static MailServer server(Limits limits) {
        var dovecot = TestEngines.shared().dovecot();
        return new MailServer("127.0.0.1", dovecot.port(), null, DovecotEngine.SERVICE, dovecot.servicePassword(), limits);
    }

    static MailStore mail() {
        return new MailStore(MAIL, server(Limits.USUAL));
    }

    /** A folder; its name in the server's own spelling, {@code .} between outer and inner ones. */
    public IMAPFolder folder(String name) throws MessagingException {
        var folder = (IMAPFolder) mailbox.store().getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    /** Puts a message there exactly as given. */
    public void add(String folder, byte[] raw, Instant received, Flags flags) throws MessagingException {
        folder(folder).appendMessages(new Message[] {new Raw(raw, received, flags)});
    }

    IMAPStore store() {
        return mailbox.store();
    }

    @Override
    public void close() throws MessagingException {
        mailbox.close();
    }

    private static final class Raw extends MimeMessage {

        private final byte[] raw;
        private final Instant received;

        Raw(byte[] raw, Instant received, Flags flags) throws MessagingException {
            super(Session.getInstance(new Properties()));
            this.raw = raw;
            this.received = received;
            setFlags(flags, true);
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(raw);
        }

        @Override
        public int getSize() {
            return raw.length;
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(received);
        }
    }
}
