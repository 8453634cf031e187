package org.innsyn.dsr;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.innsyn.dsr.connector.AccountConnector;
import org.innsyn.dsr.connector.AccountStore;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.dav.DavKind;
import org.innsyn.dsr.connector.dav.DavServer;
import org.innsyn.dsr.connector.dav.DavStore;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Upgrade;
import org.innsyn.dsr.connector.mail.MailServer;
import org.innsyn.dsr.connector.mail.MailStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

/** Connects mailboxes, address books and calendars as they are configured. Opens no connection yet. */
final class AccountSystems {

    private final SslBundles certificates;
    private final Clock clock;

    AccountSystems(SslBundles certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** @throws IllegalStateException when something is missing that only a person can say */
    Connector connect(String name, ConnectorSettings settings) {
        var profile = settings.profile(name);
        AccountStore store = switch (Objects.requireNonNull(settings.kind())) {
            case IMAP -> new MailStore(profile, mail(name, settings));
            case CARDDAV -> dav(DavKind.CONTACTS, profile, settings);
            case CALDAV -> dav(DavKind.CALENDARS, profile, settings);
            case SQL, WEBHOOK, MANUAL, KAFKA -> throw new IllegalStateException(settings.kind() + " keeps nothing by account");
        };
        return new AccountConnector(profile, store, clock);
    }

    private MailServer mail(String name, ConnectorSettings settings) {
        URI address = settings.address(name);
        boolean upgraded = "imap+starttls".equals(address.getScheme());
        boolean encrypted = upgraded || "imaps".equals(address.getScheme());
        if (!encrypted && !"imap".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalStateException("The address of connector " + name + " begins with imaps:// or imap+starttls://, or with imap:// on this machine.");
        }
        int port = address.getPort() >= 0 ? address.getPort() : encrypted && !upgraded ? 993 : 143;
        var trusted = tls(settings);
        var sockets = !encrypted ? null : trusted == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trusted.getSocketFactory();
        return new MailServer(address.getHost(), port, sockets, upgraded ? Upgrade.IMAP : null, settings.user(name), settings.secret(name), Limits.USUAL);
    }

    private DavStore dav(DavKind kind, SystemProfile profile, ConnectorSettings settings) {
        String name = profile.system();
        try {
            var http = new GuardedHttp(settings.address(name), tls(settings), Limits.USUAL);
            return new DavStore(profile, kind, new DavServer(http, settings.user(name), settings.secret(name), settings.principals()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The address of connector " + name + " begins with https://, or with http:// on this machine.", e);
        }
    }

    /** @return null for those whose certificates Java trusts */
    private @Nullable SSLContext tls(ConnectorSettings settings) {
        return settings.trust() == null ? null : certificates.getBundle(settings.trust()).createSslContext();
    }
}
