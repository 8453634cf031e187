package org.innsyn.dsr.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.platform.crypto.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records that are kept out of one copy (GDPR Art. 15(4)), and what became of them while it was written. One that is not found any more as it was when it
 * was withheld ends the copy: it may have changed, and would be given.
 */
final class Withheld {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NAME_BYTES = 12;

    private final Map<ItemKey, Map<String, String>> grounds = new HashMap<>();
    private final Map<ItemKey, Map<String, Long>> found = new HashMap<>();

    Withheld(List<WithheldRecord> records) {
        records.forEach(record -> grounds.computeIfAbsent(record.item(), _ -> new TreeMap<>()).put(record.record(), record.ground()));
    }

    /** The name of a table's record: what it says. */
    static String name(List<? extends @Nullable Object> values) {
        return hex(JSON.writeValueAsBytes(values.stream().map(value -> value == null ? null : value.toString()).toList()));
    }

    /** The name of a file: where it lies in the system. */
    static String nameOfFile(List<String> path) {
        return hex(JSON.writeValueAsBytes(path));
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, NAME_BYTES);
    }

    boolean any(ItemKey item) {
        return grounds.containsKey(item);
    }

    /** Whether this one is kept out; noted. */
    boolean keeps(ItemKey item, String name) {
        boolean kept = grounds.getOrDefault(item, Map.of()).containsKey(name);
        if (kept) {
            found.computeIfAbsent(item, _ -> new TreeMap<>()).merge(name, 1L, Long::sum);
        }
        return kept;
    }

    /** The table without them. */
    Content.Rows from(ItemKey item, Content.Rows table) {
        return !any(item) ? table : new Content.Rows() {
            @Override
            public List<String> fields() {
                return table.fields();
            }

            @Override
            public long read(Content.RowReader reader) throws IOException {
                found.remove(item);
                long[] kept = {0};
                long rows = table.read(values -> {
                    if (keeps(item, name(values))) {
                        kept[0]++;
                    } else {
                        reader.row(values);
                    }
                });
                return rows - kept[0];
            }
        };
    }

    /** How many were kept out, item by item and for which ground. */
    List<Line> lines(List<ItemKey> written) {
        var lines = new ArrayList<Line>();
        for (var item : written) {
            var counts = new TreeMap<String, Long>();
            grounds.getOrDefault(item, Map.of()).forEach((name, ground) ->
                    counts.merge(ground, found.getOrDefault(item, Map.of()).getOrDefault(name, 0L), Long::sum));
            counts.forEach((ground, records) -> lines.add(new Line(item.value(), ground, records)));
        }
        return lines;
    }

    /** @throws CopyIncomplete when one of an item that was written was not there */
    void allFound(List<ItemKey> written) {
        for (var item : written) {
            long missing = grounds.getOrDefault(item, Map.of()).keySet().stream().filter(name -> !found.getOrDefault(item, Map.of()).containsKey(name)).count();
            if (missing > 0) {
                throw new CopyIncomplete("%d records of %s that are to be withheld are not there as they were: they were changed or removed meanwhile. No copy was made; look at them again and run it again."
                        .formatted(missing, item));
            }
        }
    }

    /** What stands in the manifest. */
    record Line(String item, String ground, long records) {}
}
