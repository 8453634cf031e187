package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.request.ItemKey;

/** Looks through what an item's copy would hold, record by record, and stops when enough is seen. */
public final class ItemContents {

    private static final int LONGEST_TEXT = 2_000;

    private final long after;
    private final int most;
    private final List<Line> lines = new ArrayList<>();
    private long seen;
    private boolean more;

    private ItemContents(long after, int most) {
        this.after = after;
        this.most = most;
    }

    /**
     * One record.
     *
     * @param record its name, by which it can be withheld
     * @param text what it is
     */
    public record Line(String record, String text) {
        @Override
        public String toString() {
            return "Line[]";
        }
    }

    /** @param more whether there are further records */
    public record Part(List<Line> lines, boolean more) {}

    /**
     * @param after how many to leave out
     * @param most how many to show
     * @throws org.innsyn.dsr.connector.SystemUnavailable when the system does not answer
     */
    public static Part of(Connector connector, Account account, ItemKey item, long after, int most) throws IOException {
        var contents = new ItemContents(after, most);
        try (var snapshot = connector.open(account)) {
            switch (snapshot.content(item)) {
                case Content.Rows table -> table.read(values -> contents.take(Withheld.name(values), () -> row(table.fields(), values)));
                case Content.Files files -> files.write(contents.new Looking());
            }
        } catch (SeenEnough _) {
            // What was shown is what was asked for.
        }
        return new Part(List.copyOf(contents.lines), contents.more);
    }

    private static String row(List<String> fields, List<?> values) {
        return IntStream.range(0, fields.size()).mapToObj(i -> fields.get(i) + ": " + values.get(i)).collect(Collectors.joining(", "));
    }

    private void take(String name, java.util.function.Supplier<String> text) throws SeenEnough {
        seen++;
        if (seen <= after) {
            return;
        }
        if (lines.size() == most) {
            more = true;
            throw new SeenEnough();
        }
        String said = text.get();
        lines.add(new Line(name, said.length() > LONGEST_TEXT ? said.substring(0, LONGEST_TEXT) + "…" : said));
    }

    /** Takes names and lets contents go. */
    private final class Looking implements FileSink {

        @Override
        public boolean withholds(List<String> name) throws IOException {
            take(Withheld.nameOfFile(name), () -> String.join(" / ", name));
            return true;
        }

        @Override
        public Added add(List<String> name, Body body) {
            throw new IllegalStateException("Asked before whether it is withheld");
        }

        @Override
        public Growing begin(List<String> name) {
            return new Growing() {
                @Override
                public OutputStream out() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public Added end() {
                    return new Added("", 0, "");
                }

                @Override
                public void close() {
                    // There is nothing.
                }
            };
        }

        @Override
        public void show(Shown shown) {
            // The records are what is looked at.
        }
    }

    private static final class SeenEnough extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
