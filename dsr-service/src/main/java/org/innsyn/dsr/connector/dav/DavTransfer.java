package org.innsyn.dsr.connector.dav;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.dsr.connector.dav.DavServer.DavCollection;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.platform.crypto.Sha256;

/**
 * Copies address books or calendars to another server, collection by collection. What is there already is left as it is; afterwards every item is read on both
 * sides and compared by what it says.
 */
final class DavTransfer {

    private final DavKind kind;
    private final DavServer from;
    private final Account account;
    private final DavServer to;

    DavTransfer(DavKind kind, DavServer from, Account account, DavServer to) {
        this.kind = kind;
        this.from = from;
        this.account = account;
        this.to = to;
    }

    Transferred carryOut() throws IOException {
        var nobody = new Account("own"); // The other server is asked for whoever signs in.
        var home = to.home(kind, nobody).orElseThrow(() -> new AnswerRefused("the other side does not say where the person's collections are"));
        long records = 0;
        long added = 0;
        long different = 0;
        var free = new ArrayList<>(to.collections(kind, nobody));
        for (var collection : from.collections(kind, account)) {
            var target = target(collection, free, home);
            var there = meanings(to, target);
            for (var item : from.items(collection)) {
                var stored = from.get(item);
                if (stored.isPresent()) {
                    records++;
                    if (!there.getOrDefault(Meaning.of(stored.get()), List.of()).isEmpty()) {
                        there.get(Meaning.of(stored.get())).removeFirst();
                    } else if (to.put(target.uri().resolve(PathSegment.of(name(item.name(), stored.get()))), kind.type(), stored.get())) {
                        added++;
                    }
                }
            }
            different += different(collection, target);
        }
        return new Transferred(records, added, different);
    }

    /** The one of the same name, or a new one. */
    private DavCollection target(DavCollection collection, List<DavCollection> free, URI home) throws IOException {
        var same = free.stream().filter(other -> other.name().equals(collection.name())).findFirst();
        if (same.isPresent()) {
            free.remove(same.get());
            return same.get();
        }
        return to.make(kind, home, PathSegment.of("moved-" + sum(collection.uri().getPath().getBytes(java.nio.charset.StandardCharsets.UTF_8))), collection.name());
    }

    /** What the item is called here; something of its content, where that is no name. */
    private String name(String name, byte[] content) {
        return name.matches("[A-Za-z0-9@._-]{1,100}") && !name.startsWith(".") ? name : sum(content) + kind.ending();
    }

    private static String sum(byte[] content) {
        return java.util.HexFormat.of().formatHex(Sha256.of(content), 0, 12);
    }

    private static Map<String, List<String>> meanings(DavServer server, DavCollection collection) throws IOException {
        var meanings = new HashMap<String, List<String>>();
        for (var item : server.items(collection)) {
            server.get(item).ifPresent(stored -> meanings.computeIfAbsent(Meaning.of(stored), _ -> new ArrayList<>()).add(item.name()));
        }
        return meanings;
    }

    private long different(DavCollection here, DavCollection target) throws IOException {
        var there = meanings(to, target);
        long different = 0;
        for (var item : meanings(from, here).entrySet()) {
            different += Math.max(0, item.getValue().size() - there.getOrDefault(item.getKey(), List.of()).size());
        }
        return different;
    }
}
