package org.innsyn.audit.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a report is recognised by when it comes again: keyed hashes of its id and of what it says. Made by whoever received it, before the
 * transaction that records it; made again where the keys have changed in between.
 */
public final class Fingerprint {

    /** Both hashes with the keys of one number. */
    record Hashes(int number, byte[] id, byte[] content) {}

    private record Made(ReportKeys by, Hashes current, List<Hashes> older) {}

    private final String source;
    private final String id;
    private final Supplier<byte[][]> content;
    private volatile @Nullable Made made;

    /**
     * @param source the reporting application
     * @param id what it calls the event
     * @param content what the event says, the same bytes each time
     */
    Fingerprint(String source, String id, Supplier<byte[][]> content) {
        this.source = source;
        this.id = id;
        this.content = content;
    }

    public String source() {
        return source;
    }

    /** The same for the same event. Not to be kept: it is what the source calls the event. */
    String name() {
        return source + ' ' + id;
    }

    /** The same event, saying something else. */
    Fingerprint saying(Fingerprint other) {
        return new Fingerprint(source, id, other.content);
    }

    Hashes with(ReportKeys keys) {
        return made(keys).current;
    }

    /** With each key that is only tried, oldest first. */
    List<Hashes> older(ReportKeys keys) {
        return made(keys).older;
    }

    private Made made(ReportKeys keys) {
        var now = made;
        if (now == null || now.by != keys) {
            var said = content.get();
            now = new Made(keys, hashes(keys, keys.current(), said), keys.older().stream().map(number -> hashes(keys, number, said)).toList());
            made = now;
        }
        return now;
    }

    private Hashes hashes(ReportKeys keys, int number, byte[][] said) {
        return new Hashes(number, keys.ids().of(number, source.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8)), keys.contents().of(number, said));
    }
}
