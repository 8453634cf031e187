package org.innsyn.audit.report;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.innsyn.platform.crypto.Commitment;

/**
 * {@code log/leaves.bin}: every leaf of the run, one after the other, with the fields that are shown and digests of the others. From it the
 * log's own hashes are computed, so no row can be altered, added or left out. {@code docs/report-format.md} has the bytes.
 */
final class LeavesFile {

    private static final byte[] BEGIN = "innsyn-report-leaves/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LISTED = 1;
    private static final int OUTSIDE = 2;
    private static final int OTHER = 3;
    private static final int CLOSED = 4;

    /** What is shown of every entry that is listed: codes and times, nothing from the vault. */
    static final Set<String> SHOWN = Set.of("occurredAt", "recordedAt", "source", "actorKind", "unit", "role", "operation", "object", "categories",
            "purpose", "legalBasis", "verdict", "policyVersion", "held");

    private final DataOutputStream out;

    LeavesFile(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        out.write(BEGIN);
    }

    void listed(LoggedEntry.Open entry) throws IOException {
        entry(LISTED, entry, SHOWN);
    }

    /** @param shown the fields that show that it is outside */
    void outside(LoggedEntry.Open entry, Set<String> shown) throws IOException {
        entry(OUTSIDE, entry, shown);
    }

    void closed(LoggedEntry.Closed entry) throws IOException {
        out.writeByte(CLOSED);
        out.write(entry.leaf().data());
    }

    void other(LoggedEntry.Other leaf) throws IOException {
        out.writeByte(OTHER);
        out.writeShort(leaf.leaf().data().length);
        out.write(leaf.leaf().data());
    }

    private void entry(int kind, LoggedEntry.Open entry, Set<String> shown) throws IOException {
        out.writeByte(kind);
        out.writeByte(entry.fields().size());
        for (var field : entry.fields().entrySet()) {
            var name = field.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeByte(name.length);
            out.write(name);
            boolean open = shown.contains(field.getKey());
            out.writeByte(open ? 1 : 0);
            if (open) {
                out.write(field.getValue().salt());
                out.writeInt(field.getValue().value().length);
                out.write(field.getValue().value());
            } else {
                out.write(field.getValue().digest());
            }
        }
    }

    void flush() throws IOException {
        out.flush();
    }
}
