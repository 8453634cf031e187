package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.int64;
import static org.innsyn.verifier.written.Bytes.join;
import static org.innsyn.verifier.written.Bytes.sha256;
import static org.innsyn.verifier.written.Bytes.uint32;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tree of ledger heads, put into a log: 2^32 slots, and statements of what stands in them. */
public final class WrittenHeads {

    private record Head(byte[] ledger, long number, byte[] newest, byte[] blinding) {}

    private final Map<Long, Head> slots = new HashMap<>();
    private final Map<String, byte[]> hashes = new HashMap<>();

    public WrittenHeads with(long slot, byte[] ledger, long number, byte[] newest) {
        slots.put(slot, new Head(ledger, number, newest, sha256(utf8("blinding"), int64(slot))));
        hashes.clear();
        return this;
    }

    private byte[] hash(int level, long index) {
        return hashes.computeIfAbsent(level + "/" + index, place -> {
            if (slots.keySet().stream().noneMatch(slot -> slot >> level == index)) {
                return sha256(utf8("empty"), uint32(level), int64(index));
            }
            if (level == 0) {
                Head head = slots.get(index);
                return sha256(new byte[] {0}, head.blinding(), head.ledger(), int64(index), int64(head.number()), head.newest());
            }
            return null;
        }) instanceof byte[] known ? known : inner(level, index);
    }

    private byte[] inner(int level, long index) {
        byte[] inner = sha256(new byte[] {1}, hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
        hashes.put(level + "/" + index, inner);
        return inner;
    }

    public String leaf(long epoch, long size, String at) {
        return "innsyn-heads/1\n" + epoch + "\n" + size + "\n" + at + "\n" + base64(hash(32, 0)) + "\n";
    }

    /** What the person whose ledger has the slot is given. */
    public String statement(long slot, String leaf, String proof, String key) {
        Head head = slots.get(slot);
        var id = ByteBuffer.wrap(head.ledger());
        String path = IntStream.range(0, 32).mapToObj(level -> "\"" + base64(hash(level, (slot >> level) ^ 1)) + "\"").collect(Collectors.joining(", "));
        return "{\"format\": \"innsyn-completeness/1\", \"ledger\": \"%s\", \"slot\": %d, \"number\": %d, \"newest\": \"%s\", \"blinding\": \"%s\", \"path\": [%s], \"heads\": \"%s\", \"proof\": \"%s\", \"key\": \"%s\"}"
                .formatted(new UUID(id.getLong(), id.getLong()), slot, head.number(), base64(head.newest()), base64(head.blinding()), path,
                        leaf.replace("\n", "\\n"), proof.replace("\n", "\\n"), key);
    }
}
