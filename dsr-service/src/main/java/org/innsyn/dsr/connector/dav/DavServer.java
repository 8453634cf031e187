package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.dav.Multistatus.Resource;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Question;
import org.jspecify.annotations.Nullable;

/**
 * Where address books and calendars are. A service signs in and reaches a person's by the address the server gives people's principals
 * ("/{account}/"); without such a pattern whoever signs in reaches their own (RFC 5397).
 */
public final class DavServer {

    private static final QName DISPLAY_NAME = new QName(Multistatus.DAV, "displayname");
    private static final QName ETAG = new QName(Multistatus.DAV, "getetag");
    private static final QName OWN_PRINCIPAL = new QName(Multistatus.DAV, "current-user-principal");
    private static final QName COLLECTION = new QName(Multistatus.DAV, "collection");

    /** Not this item, or not here: one is there already, its UID is there under another name, it is too large or not of a kind that is taken. */
    private static final Set<Integer> REFUSED_ITEM = Set.of(403, 409, 412, 413, 415);

    private final GuardedHttp http;
    private final String authorization;
    private final @Nullable String principals;

    /** @param principals the address of a principal below the server's context, with {@code {account}} in it; null to ask for one's own */
    public DavServer(GuardedHttp http, String username, String password, @Nullable String principals) {
        this.http = http;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
        this.principals = principals;
    }

    /**
     * One address book or calendar.
     *
     * @param uri where it is
     * @param name what its owner calls it
     */
    record DavCollection(URI uri, String name) {}

    /**
     * One contact or calendar object.
     *
     * @param uri where it is
     * @param etag the tag of what it says now, as the server wrote it; null when it gives none
     */
    record Item(URI uri, @Nullable String etag) {

        String name() {
            return References.lastPart(uri);
        }
    }

    /** The person's collections; none when the server does not know the person. */
    List<DavCollection> collections(DavKind kind, Account account) throws IOException {
        var home = home(kind, account);
        if (home.isEmpty()) {
            return List.of();
        }
        var collections = new ArrayList<DavCollection>();
        for (var resource : ask(home.get(), 1, Multistatus.RESOURCE_TYPE, DISPLAY_NAME).orElse(List.of())) {
            if (resource.types().contains(kind.collection())) {
                var uri = References.folder(References.at(home.get(), resource.href()));
                String name = resource.properties().getOrDefault(DISPLAY_NAME, "");
                collections.add(new DavCollection(uri, name.isBlank() ? References.lastPart(uri) : name));
            }
        }
        return collections;
    }

    Optional<URI> home(DavKind kind, Account account) throws IOException {
        var principal = principal(kind, account);
        var found = ask(principal, 0, kind.home());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String href = found.get().stream().map(resource -> resource.properties().get(kind.home())).filter(it -> it != null && !it.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AnswerRefused("it does not say where the person's collections are"));
        return Optional.of(References.at(principal, href));
    }

    private URI principal(DavKind kind, Account account) throws IOException {
        var answer = http.follow(propfind(http.origin().resolve(kind.wellKnown()), 0, OWN_PRINCIPAL));
        try (answer) {
            var context = answer.status() == 207 ? answer.uri() : http.origin();
            if (principals != null) {
                return context.resolve(principals.replace("{account}", PathSegment.of(account.value())));
            }
            if (answer.status() != 207) {
                throw new AnswerRefused("it answered with status " + answer.status());
            }
            String own = Multistatus.read(answer.body()).stream()
                    .map(resource -> resource.properties().get(OWN_PRINCIPAL))
                    .filter(href -> href != null && !href.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new AnswerRefused("it does not say who is signed in"));
            return References.at(context, own);
        }
    }

    /** What a collection holds. Whatever does not lie in it is left out: it may be somebody else's. */
    List<Item> items(DavCollection collection) throws IOException {
        var items = new ArrayList<Item>();
        for (var resource : ask(collection.uri(), 1, Multistatus.RESOURCE_TYPE, ETAG).orElse(List.of())) {
            var uri = References.at(collection.uri(), resource.href());
            if (!resource.types().contains(COLLECTION) && References.lies(uri, collection.uri())) {
                items.add(new Item(uri, resource.properties().get(ETAG)));
            }
        }
        return items;
    }

    /** An item as it is stored; empty when it is gone. */
    Optional<byte[]> get(Item item) throws IOException {
        try (var answer = http.send(request("GET", item.uri()))) {
            if (isGone(answer.status())) {
                return Optional.empty();
            }
            require(answer.status(), answer.status() == 200);
            return Optional.of(answer.body().readAllBytes());
        }
    }

    /**
     * Puts an item where none is.
     *
     * @return whether it is there now; not when one was there already, or the server does not take it
     */
    boolean put(URI place, String type, byte[] content) throws IOException {
        try (var answer = http.send(request("PUT", place).with("Content-Type", type).with("If-None-Match", "*").body(content))) {
            require(answer.status(), answer.status() / 100 == 2 || REFUSED_ITEM.contains(answer.status()));
            return answer.status() / 100 == 2;
        }
    }

    /** Makes a collection (RFC 5689, RFC 4791 section 5.3.1). */
    DavCollection make(DavKind kind, URI home, String segment, String name) throws IOException {
        var place = References.folder(References.folder(home).resolve(segment));
        String body = kind.making(name);
        try (var answer = http.send(request(kind.makingMethod(), place).with("Content-Type", "application/xml; charset=utf-8").body(body.getBytes(UTF_8)))) {
            require(answer.status(), answer.status() / 100 == 2);
            return new DavCollection(place, name);
        }
    }

    /** Removes an item as long as it says what it said. @return whether it is gone */
    boolean delete(Item item) throws IOException {
        var request = request("DELETE", item.uri());
        try (var answer = http.send(item.etag() == null ? request : request.with("If-Match", item.etag()))) {
            require(answer.status(), answer.status() / 100 == 2 || isGone(answer.status()) || answer.status() == 412);
            return answer.status() != 412;
        }
    }

    /** Removes a collection; one that the server keeps for everybody stays. */
    void delete(DavCollection collection) throws IOException {
        try (var answer = http.send(request("DELETE", collection.uri()))) {
            require(answer.status(), answer.status() / 100 == 2 || isGone(answer.status()) || answer.status() == 403 || answer.status() == 405);
        }
    }

    /** @return empty when there is nothing at that place */
    private Optional<List<Resource>> ask(URI uri, int depth, QName... properties) throws IOException {
        try (var answer = http.follow(propfind(uri, depth, properties))) {
            if (isGone(answer.status())) {
                return Optional.empty();
            }
            require(answer.status(), answer.status() == 207);
            return Optional.of(Multistatus.read(answer.body()));
        }
    }

    private Question propfind(URI uri, int depth, QName... properties) {
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop>");
        for (var property : properties) {
            body.append("<p:").append(property.getLocalPart()).append(" xmlns:p=\"").append(property.getNamespaceURI()).append("\"/>");
        }
        body.append("</prop></propfind>");
        return request("PROPFIND", uri)
                .with("Content-Type", "application/xml; charset=utf-8")
                .with("Depth", String.valueOf(depth))
                .body(body.toString().getBytes(UTF_8));
    }

    private Question request(String method, URI uri) {
        return Question.of(method, uri).with("Authorization", authorization);
    }

    private static boolean isGone(int status) {
        return status == 404 || status == 410;
    }

    private static void require(int status, boolean expected) throws AnswerRefused {
        if (!expected) {
            throw new AnswerRefused("it answered with status " + status);
        }
    }
}
