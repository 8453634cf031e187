package org.innsyn.dsr.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.platform.files.PackageZip;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One table of a system as JSON and as CSV, both from the same snapshot. */
final class TableFiles {

    private static final int SHOWN = 100;

    private final JsonMapper json;

    TableFiles(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param name the files' name without ending
     * @throws CopyIncomplete when both files do not hold the same number of records
     */
    TableSummary write(PackageZip zip, Content.Rows table, ItemKey item, Title title, String name) throws IOException {
        var fields = table.fields();
        var shown = new ArrayList<List<@Nullable Object>>();
        long[] rows = new long[2];
        zip.add("data/" + name + ".json", out -> rows[0] = writeJson(out, table, shown));
        zip.add("data/" + name + ".csv", out -> rows[1] = writeCsv(out, table));
        if (rows[0] != rows[1]) {
            throw new CopyIncomplete("Item " + item + " changed while it was read. No copy was made; it is tried again.");
        }
        return new TableSummary(item, title, name, fields, shown, rows[0]);
    }

    private long writeJson(OutputStream out, Content.Rows table, List<List<@Nullable Object>> shown) throws IOException {
        try (JsonGenerator generator = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            generator.writeStartArray();
            long rows = table.read(values -> {
                write(generator, table.fields(), values);
                if (shown.size() < SHOWN) {
                    shown.add(values);
                }
            });
            generator.writeEndArray();
            return rows;
        }
    }

    private static void write(JsonGenerator generator, List<String> fields, List<@Nullable Object> values) {
        generator.writeStartObject();
        for (int i = 0; i < fields.size(); i++) {
            generator.writeName(fields.get(i));
            switch (values.get(i)) {
                case null -> generator.writeNull();
                case Boolean flag -> generator.writeBoolean(flag);
                case BigDecimal number -> generator.writeNumber(number);
                case Long number -> generator.writeNumber(number);
                case Integer number -> generator.writeNumber(number);
                case Number number -> generator.writeNumber(new BigDecimal(number.toString()));
                case Object text -> generator.writeString(text.toString());
            }
        }
        generator.writeEndObject();
    }

    private static long writeCsv(OutputStream out, Content.Rows table) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var csv = new Csv(writer);
        csv.line(table.fields());
        long rows = table.read(csv::line);
        writer.flush();
        return rows;
    }
}
