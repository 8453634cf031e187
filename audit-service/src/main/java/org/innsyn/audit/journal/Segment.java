package org.innsyn.audit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of a book: a header that says which line of the book it continues after, then lines.
 *
 * @param after the number of that line; lines with higher numbers in earlier files were never certain and do not count
 * @param digest of that line
 * @param sound how many bytes hold whole lines
 * @param torn whether something stands behind them that was never finished: it was never acknowledged either
 */
record Segment(Path file, int number, long after, byte[] digest, List<String> lines, long sound, boolean torn) {

    private static final String FORMAT = "innsyn-journal/1";
    private static final Pattern HEADER = Pattern.compile(FORMAT + " ([a-z]+) ([0-9]+) ([0-9]+) ([0-9a-f]{64})");

    static byte[] header(String book, int number, long after, byte[] digest) {
        return (FORMAT + " " + book + " " + number + " " + after + " " + HexFormat.of().formatHex(digest) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Path file(Path folder, String book, int number) {
        return folder.resolve("%s-%06d.journal".formatted(book, number));
    }

    /** Which segments of the book there are, in order. */
    static List<Integer> numbers(Path folder, String book) {
        var name = Pattern.compile(book + "-([0-9]{6,9})\\.journal");
        try (var files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString())).filter(java.util.regex.Matcher::matches)
                    .map(found -> Integer.parseInt(found.group(1))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's folder cannot be listed", e);
        }
    }

    /**
     * Reads a file; empty when not even its header was finished.
     *
     * @throws JournalDamaged when it is not this segment of this book
     */
    static Optional<Segment> read(Path folder, String book, int number) {
        var file = file(folder, book, number);
        var bytes = bytes(file);
        int end = lastBreak(bytes) + 1;
        if (end == 0) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(List.of(new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n")));
        var header = HEADER.matcher(lines.removeFirst());
        if (!header.matches() || !header.group(1).equals(book) || !header.group(2).equals(Integer.toString(number))) {
            throw new JournalDamaged(file.getFileName() + ": the first line does not say that this is segment " + number + " of " + book);
        }
        return Optional.of(new Segment(file, number, Long.parseLong(header.group(3)), HexFormat.of().parseHex(header.group(4)), lines, end, end < bytes.length));
    }

    /** Whole lines that were added behind the first {@code from} bytes. */
    static Segment grown(Path folder, String book, int number, long from) {
        var file = file(folder, book, number);
        var bytes = bytes(file);
        if (bytes.length < from) {
            throw new JournalDamaged(file.getFileName() + " has become shorter");
        }
        int end = Math.max((int) from, lastBreak(bytes) + 1);
        var text = new String(bytes, (int) from, end - (int) from, StandardCharsets.UTF_8);
        return new Segment(file, number, 0, Line.NOTHING, text.isEmpty() ? List.of() : Arrays.asList(text.split("\n")), end, end < bytes.length);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's file " + file.getFileName() + " cannot be read", e);
        }
    }

    private static int lastBreak(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
