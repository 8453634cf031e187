package org.innsyn.dsr.connector.dav;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.FileSink.Shown;
import org.innsyn.dsr.connector.dav.DavServer.DavCollection;

/** Collections as files: every item as it is stored, and each collection as files that other programs import. */
final class DavFiles {

    private final DavKind kind;
    private final DavServer server;

    DavFiles(DavKind kind, DavServer server) {
        this.kind = kind;
        this.server = server;
    }

    long write(List<DavCollection> collections, FileSink sink) throws IOException {
        long items = 0;
        for (var collection : collections) {
            items += write(collection, sink);
        }
        return items;
    }

    private long write(DavCollection collection, FileSink sink) throws IOException {
        try (Whole whole = kind == DavKind.CONTACTS ? new AddressBookFile(collection.name(), sink) : new CalendarFiles(collection.name(), sink)) {
            long items = 0;
            for (var item : server.items(collection)) {
                var place = List.of(collection.name(), item.name());
                var stored = sink.withholds(place) ? Optional.<byte[]>empty() : server.get(item);
                if (stored.isPresent()) {
                    sink.add(place, out -> out.write(stored.get()));
                    whole.add(stored.get());
                    items++;
                }
            }
            sink.show(new Shown(collection.name(), items, whole.end()));
            return items;
        }
    }

    /** A collection that grows item by item. */
    interface Whole extends AutoCloseable {

        void add(byte[] item) throws IOException;

        /** Adds what grew to the copy. */
        List<FileSink.Added> end() throws IOException;

        @Override
        void close() throws IOException;
    }
}
