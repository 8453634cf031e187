package org.innsyn.dsr.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.link.GuardedSockets;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Upgrade;
import org.jspecify.annotations.Nullable;

/**
 * Where mailboxes are. A service signs in with its own password and acts as a mailbox's owner (RFC 4616: authorization identity), so that
 * nobody's password has to be known.
 */
public final class MailServer {

    private final String host;
    private final int port;
    private final @Nullable SSLSocketFactory tls;
    private final @Nullable Upgrade upgrade;
    private final String username;
    private final String password;
    private final Limits limits;

    /** @param tls makes encrypted sockets (RFC 8314: from the first byte); null for a server on this machine */
    public MailServer(String host, int port, @Nullable SSLSocketFactory tls, String username, String password, Limits limits) {
        this(host, port, tls, null, username, password, limits);
    }

    /** @param upgrade how a connection that begins in clear is encrypted; null for one that is from its first byte, or never */
    public MailServer(String host, int port, @Nullable SSLSocketFactory tls, @Nullable Upgrade upgrade, String username, String password, Limits limits) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.upgrade = upgrade;
        this.username = username;
        this.password = password;
        this.limits = limits;
    }

    /** A server elsewhere, with whose certificates Java trusts. @throws IllegalArgumentException for an address that is no mail server's */
    static MailServer of(Target target) {
        var address = target.address();
        boolean encrypted = "imaps".equals(address.getScheme());
        if (!encrypted && !"imap".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("A mail server's address begins with imaps://");
        }
        int port = address.getPort() >= 0 ? address.getPort() : encrypted ? 993 : 143;
        return new MailServer(address.getHost(), port, encrypted ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null, target.username(), target.password(),
                Limits.USUAL);
    }

    /** Opens the mailbox of an account; to be closed by the caller. */
    OpenMailbox open(Account account) throws MessagingException {
        if (account.value().chars().anyMatch(Character::isISOControl)) {
            throw new MessagingException("not a name");
        }
        var properties = new Properties();
        properties.setProperty("mail.imap.sasl.authorizationid", account.value());
        properties.setProperty("mail.imap.auth.mechanisms", "PLAIN");
        return connect(properties);
    }

    /** Opens the mailbox of whoever signs in; to be closed by the caller. */
    OpenMailbox openOwn() throws MessagingException {
        return connect(new Properties());
    }

    private OpenMailbox connect(Properties properties) throws MessagingException {
        properties.setProperty("mail.imap.connectiontimeout", String.valueOf(limits.connect().toMillis()));
        properties.setProperty("mail.imap.timeout", String.valueOf(limits.silence().toMillis()));
        var sockets = new GuardedSockets(limits, in -> new LiteralGuard(in, limits.answerBytes()), tls, upgrade);
        properties.put("mail.imap.socketFactory", sockets);
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        var store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        store.connect(host, port, username, password);
        return new OpenMailbox(store, sockets);
    }
}
