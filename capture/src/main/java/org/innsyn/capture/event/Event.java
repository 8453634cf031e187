package org.innsyn.capture.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An event, ready but for its number, which it gets when it is written to the spool.
 *
 * @param id unique, and the same however often it is sent
 * @param people how many it is about
 * @param head its JSON up to the number
 * @param tail the rest
 * @param numbered whether the number belongs in between
 */
public record Event(UUID id, int people, String head, String tail, boolean numbered) {

    private static final int LONGEST_NUMBER = 19;

    /** Its JSON with the number. */
    public byte[] json(long number) {
        return (numbered ? head + number + tail : head + tail).getBytes(StandardCharsets.UTF_8);
    }

    /** The most bytes its JSON can have, whatever the number. */
    public int mostBytes() {
        return json(0).length + LONGEST_NUMBER;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Event[" + id + "]";
    }
}
