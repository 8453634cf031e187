package org.innsyn.verifier.report;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.entry.Field;
import org.innsyn.verifier.entry.LeafData;
import org.innsyn.verifier.tree.Hash;

/** Reads {@code log/leaves.bin}, one leaf after the other. */
final class LeafReader {

    private static final byte[] BEGIN = Utf8.encode("innsyn-report-leaves/1\n");
    private static final int LONGEST_VALUE = 1 << 20;

    private final DataInputStream in;

    /** @throws Malformed when it does not begin as such a file does */
    LeafReader(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        if (!Arrays.equals(this.in.readNBytes(BEGIN.length), BEGIN)) {
            throw new Malformed("it does not begin as a file of leaves does");
        }
    }

    /** The next leaf; empty at the end. @throws Malformed when it is none */
    Optional<Leaf> next() throws IOException {
        int kind = in.read();
        try {
            return kind < 0 ? Optional.empty() : Optional.of(leaf(kind));
        } catch (EOFException cut) {
            throw new Malformed("it ends within a leaf");
        }
    }

    private Leaf leaf(int kind) throws IOException {
        return switch (kind) {
            case 1, 2 -> entry(kind == 1);
            case 3 -> other(bytes(in.readUnsignedShort()));
            case 4 -> new Leaf.Closed(bytes(Hash.LENGTH));
            default -> throw new Malformed("a leaf is of a kind that does not exist");
        };
    }

    /** Entries have exactly 32 bytes: what is called something else must not be one. */
    private static Leaf other(byte[] data) {
        if (data.length <= Hash.LENGTH) {
            throw new Malformed("a leaf that could be an entry is called something else");
        }
        return new Leaf.Other(data);
    }

    private Leaf entry(boolean listed) throws IOException {
        int count = in.readUnsignedByte();
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] name = bytes(in.readUnsignedByte());
            if (i > 0 && Arrays.compareUnsigned(fields.get(i - 1).nameBytes(), name) >= 0) {
                throw new Malformed("the fields of an entry are not each there once, in the order of their names");
            }
            fields.add(field(Utf8.decode("a field's name", name)));
        }
        return new Leaf.Entry(listed, fields, LeafData.of(fields).bytes());
    }

    private Field field(String name) throws IOException {
        return switch (in.readUnsignedByte()) {
            case 0 -> new Field.Hidden(name, new Hash(bytes(Hash.LENGTH)));
            case 1 -> new Field.Open(name, new Hash(bytes(Hash.LENGTH)), bytes(in.readInt()));
            default -> throw new Malformed("a field is neither open nor hidden");
        };
    }

    private byte[] bytes(int count) throws IOException {
        if (count < 0 || count > LONGEST_VALUE) {
            throw new Malformed("a value is longer than any can be");
        }
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }
}
