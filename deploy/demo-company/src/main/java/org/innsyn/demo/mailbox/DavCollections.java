package org.innsyn.demo.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;

/** Puts contacts and plans into people's address books and calendars over CardDAV and CalDAV. */
final class DavCollections {

    private static final String MAKE = """
            <?xml version="1.0" encoding="utf-8"?>
            <mkcol xmlns="DAV:" xmlns:card="urn:ietf:params:xml:ns:carddav" xmlns:cal="urn:ietf:params:xml:ns:caldav"><set><prop>
            <resourcetype><collection/><%s/></resourcetype><displayname>%s</displayname></prop></set></mkcol>""";

    private final MailConfiguration configuration;

    DavCollections(MailConfiguration configuration) {
        this.configuration = configuration;
    }

    void fill(Owner owner, Acquaintances acquaintances) throws IOException, InterruptedException {
        URI home = configuration.davUrl().resolve(owner.account() + "/");
        send("MKCOL", home, "");
        make(home.resolve("contacts/"), "card:addressbook", "Kontakter", acquaintances.contacts());
        make(home.resolve("calendar/"), "cal:calendar", "Min kalender", acquaintances.plans());
    }

    private void make(URI collection, String type, String name, Map<String, String> items) throws IOException, InterruptedException {
        send("MKCOL", collection, MAKE.formatted(type, name));
        for (var item : items.entrySet()) {
            send("PUT", collection.resolve(item.getKey()), item.getValue());
        }
    }

    private void send(String method, URI target, String body) throws IOException, InterruptedException {
        String signIn = configuration.davUser() + ":" + configuration.davPassword();
        int status;
        // Radicale ends every connection with its answer (HTTP/1.0), which a client that keeps connections takes for a failure.
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            status = client.send(HttpRequest.newBuilder(target)
                    .method(method, BodyPublishers.ofString(body))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(UTF_8)))
                    .build(), BodyHandlers.discarding()).statusCode();
        }
        // What is there already was made by an attempt that was interrupted.
        if (status / 100 != 2 && status != 405 && status != 409) {
            throw new IOException(method + " was answered with status " + status);
        }
    }
}
