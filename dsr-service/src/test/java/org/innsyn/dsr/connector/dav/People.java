package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Question;
import org.innsyn.engines.RadicaleEngine;
import org.innsyn.engines.TestEngines;

/** Somebody's address books and calendars on a real Radicale, filled as their programs fill them. */
public final class People {

    public static final SystemProfile CONTACTS = new SystemProfile("contacts", Title.of("Contacts"), "/customers/contacts", "contacts");
    public static final SystemProfile CALENDARS = new SystemProfile("calendars", Title.of("Calendars"), "/customers/calendars", "calendar");

    private static final String MAKE = """
            <?xml version="1.0" encoding="utf-8"?>
            <mkcol xmlns="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav" xmlns:cal="urn:ietf:params:xml:ns:caldav"><set><prop>
            <resourcetype><collection/><%s/></resourcetype><displayname>%s</displayname></prop></set></mkcol>""";

    private final RadicaleEngine radicale = TestEngines.shared().radicale();
    private final URI home;

    public People(Account account) throws IOException {
        home = URI.create(radicale.url()).resolve(PathSegment.of(account.value()) + "/");
        send("MKCOL", "", "");
    }

    static DavStore store(DavKind kind) {
        return new DavStore(kind == DavKind.CONTACTS ? CONTACTS : CALENDARS, kind, server());
    }

    static DavServer server() {
        var radicale = TestEngines.shared().radicale();
        var http = new GuardedHttp(URI.create(radicale.url()), null, Limits.USUAL);
        return new DavServer(http, RadicaleEngine.SERVICE, radicale.servicePassword(), "/{account}/");
    }

    /** @param name as XML text */
    public void addressBook(String path, String name) throws IOException {
        assertThat(send("MKCOL", path + "/", MAKE.formatted("card:addressbook", name)).status()).isEqualTo(201);
    }

    /** @param name as XML text */
    public void calendar(String path, String name) throws IOException {
        assertThat(send("MKCOL", path + "/", MAKE.formatted("cal:calendar", name)).status()).isEqualTo(201);
    }

    public void put(String path, String item) throws IOException {
        assertThat(send("PUT", path, item).status()).isEqualTo(201);
    }

    byte[] get(String path) throws IOException {
        return send("GET", path, "").body();
    }

    private Reply send(String method, String path, String body) throws IOException {
        String password = RadicaleEngine.SERVICE + ":" + radicale.servicePassword();
        var question = Question.of(method, home.resolve(path))
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(password.getBytes(UTF_8)))
                .body(body.getBytes(UTF_8));
        try (var answer = new GuardedHttp(home, null, Limits.USUAL).send(question)) {
            return new Reply(answer.status(), answer.body().readAllBytes());
        }
    }

    private record Reply(int status, byte[] body) {}
}
