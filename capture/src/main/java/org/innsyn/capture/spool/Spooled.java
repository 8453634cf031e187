package org.innsyn.capture.spool;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.innsyn.capture.event.Event;

/**
 * An event as it lies in the spool.
 *
 * @param number its place among all events of this spool; also the source's counter
 * @param id unique, and the same however often it is sent
 * @param people how many it is about
 * @param json as it is sent
 */
public record Spooled(long number, UUID id, int people, byte[] json) {

    private static final int BEFORE_JSON = 16 + 4;

    static byte[] plain(Event event, long number) {
        return new Spooled(number, event.id(), event.people(), event.json(number)).plain();
    }

    /** The most bytes {@link #plain} has. */
    static int mostBytes(Event event) {
        return BEFORE_JSON + event.mostBytes();
    }

    byte[] plain() {
        return ByteBuffer.allocate(BEFORE_JSON + json.length).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).putInt(people).put(json).array();
    }

    static Spooled of(byte[] plain, long number) {
        var bytes = ByteBuffer.wrap(plain);
        var id = new UUID(bytes.getLong(), bytes.getLong());
        int people = bytes.getInt();
        var json = new byte[bytes.remaining()];
        bytes.get(json);
        return new Spooled(number, id, people, json);
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Spooled[" + id + "]";
    }
}
