package org.innsyn.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.Engine;
import org.innsyn.engines.EngineExit;
import org.innsyn.engines.RadicaleEngine;

/** The demo company's mailboxes, address books and calendars: on real servers, where this machine has them. */
final class MailServers implements AutoCloseable {

    private final DovecotEngine dovecot;
    private final RadicaleEngine radicale;

    private MailServers(HomeFolder home, HousePorts ports) {
        dovecot = new DovecotEngine(home.folder("engines/dovecot"), ports.imap(), 0);
        radicale = new RadicaleEngine(home.folder("engines/radicale"), ports.dav());
    }

    /** What this machine lacks for them, as Debian calls it. */
    static List<String> missing() {
        var missing = new ArrayList<String>();
        if (!DovecotEngine.isInstalled()) {
            missing.add("dovecot-imapd");
        }
        if (!RadicaleEngine.isInstalled()) {
            missing.add("radicale");
        }
        return missing;
    }

    /**
     * Starts both.
     *
     * @param onExit told when one ends unasked
     * @throws org.innsyn.engines.EngineStartFailed when one does not come up
     */
    static MailServers start(HomeFolder home, HousePorts ports, Consumer<EngineExit> onExit) {
        var servers = new MailServers(home, ports);
        try {
            servers.all().forEach(engine -> engine.onExit(onExit));
            servers.all().forEach(Engine::start);
            return servers;
        } catch (RuntimeException problem) {
            servers.close();
            throw problem;
        }
    }

    List<Engine> all() {
        return List.of(dovecot, radicale);
    }

    /** What the dsr-service is told about them. */
    List<String> connectors() {
        String mail = dovecot.servicePassword();
        String dav = radicale.servicePassword();
        var settings = new ArrayList<String>();
        settings.addAll(connector("mail", "imap", "imap://" + dovecot.address(), DovecotEngine.SERVICE, mail, "mail", "Mail", "E-post"));
        settings.addAll(connector("contacts", "carddav", radicale.url(), RadicaleEngine.SERVICE, dav, "contacts", "Contacts", "Kontakter"));
        settings.addAll(connector("calendars", "caldav", radicale.url(), RadicaleEngine.SERVICE, dav, "calendar", "Calendars", "Kalendere"));
        settings.add("innsyn.connectors.contacts.principals=/{account}/");
        settings.add("innsyn.connectors.calendars.principals=/{account}/");
        return settings;
    }

    private static List<String> connector(
            String name, String kind, String url, String user, String password, String category, String en, String nb) {
        String prefix = "innsyn.connectors." + name + ".";
        return List.of(
                prefix + "kind=" + kind,
                prefix + "url=" + url,
                prefix + "username=" + user,
                prefix + "password=" + password,
                prefix + "title.en=" + en,
                prefix + "title.nb=" + nb,
                prefix + "object=/customers/" + name,
                prefix + "category=" + category,
                prefix + "basis=contract");
    }

    /** What the demo company is told about them. */
    void tell(Properties told) {
        told.put("imap.port", dovecot.address().substring(dovecot.address().indexOf(':') + 1));
        told.put("imap.user", DovecotEngine.SERVICE);
        told.put("imap.password", dovecot.servicePassword());
        told.put("dav.url", radicale.url());
        told.put("dav.user", RadicaleEngine.SERVICE);
        told.put("dav.password", radicale.servicePassword());
    }

    @Override
    public void close() {
        all().forEach(Engine::stop);
    }
}
