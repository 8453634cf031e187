package org.innsyn.dsr.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.link.GuardedSockets;
import org.innsyn.dsr.connector.link.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Where mailboxes are. A service signs in with its own password and acts as a mailbox's owner (RFC 4616: authorization identity), so that
 * nobody's password has to be known.
 */
public final class MailServer {

    private final String host;
    private final int port;
    private final @Nullable SSLSocketFactory tls;
    private final String username;
    private final String password;
    private final Limits limits;

    /** @param tls makes encrypted sockets (RFC 8314: from the first byte); null for a server on this machine */
    public MailServer(String host, int port, @Nullable SSLSocketFactory tls, String username, String password, Limits limits) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.username = username;
        this.password = password;
        this.limits = limits;
    }

    /** Opens the mailbox of an account; to be closed by the caller. */
    OpenMailbox open(Account account) throws MessagingException {
        if (account.value().chars().anyMatch(Character::isISOControl)) {
            throw new MessagingException("not a name");
        }
        var properties = new Properties();
        properties.setProperty("mail.imap.sasl.authorizationid", account.value());
        properties.setProperty("mail.imap.auth.mechanisms", "PLAIN");
        properties.setProperty("mail.imap.connectiontimeout", String.valueOf(limits.connect().toMillis()));
        properties.setProperty("mail.imap.timeout", String.valueOf(limits.silence().toMillis()));
        var sockets = new GuardedSockets(limits, in -> new LiteralGuard(in, limits.answerBytes()), tls);
        properties.put("mail.imap.socketFactory", sockets);
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        var store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        store.connect(host, port, username, password);
        return new OpenMailbox(store, sockets);
    }
}
