package org.innsyn.capture.spool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands somewhere in a segment. Offsets are those of the bytes that were read. */
sealed interface Piece {

    int from();

    int to();

    /** A whole record, its sums right. */
    record Sealed(int from, int to, long number, byte[] body) implements Piece {}

    /** Bytes that are no record, or a record whose sum is wrong; {@code first} to {@code last} are the numbers it takes, as far as is known. */
    record Spoilt(int from, int to, long first, long last) implements Piece {}

    /** The beginning of a record, or space that was never written: a write that did not come to its end. */
    record Torn(int from, int to) implements Piece {}

    /**
     * What the bytes hold, in order, without a hole between.
     *
     * @param expected the number the first record has
     */
    static List<Piece> of(byte[] bytes, long expected) {
        var pieces = new ArrayList<Piece>();
        long next = expected;
        int at = 0;
        while (at < bytes.length) {
            var piece = at(bytes, at, next);
            pieces.add(piece);
            at = piece.to();
            next = switch (piece) {
                case Sealed sealed -> sealed.number + 1;
                case Spoilt spoilt -> spoilt.last + 1;
                case Torn torn -> next;
            };
        }
        return pieces;
    }

    private static Piece at(byte[] bytes, int at, long expected) {
        if (bytes.length - at < Frame.HEAD_BYTES) {
            return new Torn(at, bytes.length);
        }
        if (!Frame.headAt(bytes, at) || Frame.number(bytes, at) != expected) {
            return lost(bytes, at, expected);
        }
        int end = Frame.end(bytes, at);
        if (end > bytes.length) {
            return new Torn(at, bytes.length);
        }
        return Frame.bodyAt(bytes, at)
                ? new Sealed(at, end, expected, Arrays.copyOfRange(bytes, at + Frame.HEAD_BYTES, end - 4))
                : new Spoilt(at, end, expected, expected);
    }

    /** No head where one should be: up to the next place where a whole record with a later number stands, or up to the end. */
    private static Piece lost(byte[] bytes, int at, long expected) {
        for (int next = at; next + Frame.MORE_BYTES <= bytes.length; next++) {
            if (Frame.headAt(bytes, next) && Frame.number(bytes, next) >= expected && Frame.end(bytes, next) <= bytes.length && Frame.bodyAt(bytes, next)) {
                return new Spoilt(at, next, expected, Frame.number(bytes, next) - 1);
            }
        }
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return new Spoilt(at, bytes.length, expected, expected);
            }
        }
        return new Torn(at, bytes.length);
    }
}
