package org.innsyn.drill.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.jspecify.annotations.Nullable;

/** The broker's segments as it reads them itself, batch by batch, through their compression. */
public final class KafkaSegments {

    private KafkaSegments() {}

    /** Every record that still lies on the disk, whether a consumer would get it or not. */
    public static Place in(Path data) {
        return new Place("Kafka segments", List.of(data), file -> file.toString().endsWith(".log") || file.toString().endsWith(".log.deleted"), KafkaSegments::records);
    }

    private static void records(Path file, Needles needles, Found found) throws IOException {
        var records = FileRecords.open(file.toFile(), false);
        try {
            for (Record record : records.records()) {
                search(record.key(), needles, found);
                search(record.value(), needles, found);
                for (var header : record.headers()) {
                    needles.search(header.key().getBytes(StandardCharsets.UTF_8), found);
                    search(header.value() == null ? null : ByteBuffer.wrap(header.value()), needles, found);
                }
            }
        } finally {
            // Not close(): that cuts off what the broker has written meanwhile.
            records.closeHandlers();
        }
        // And as they lie there: what is not a record any more, or no compressed one.
        Place.bytes(file, needles, found);
    }

    private static void search(@Nullable ByteBuffer part, Needles needles, Found found) {
        if (part != null) {
            var bytes = new byte[part.remaining()];
            part.duplicate().get(bytes);
            needles.search(bytes, found);
        }
    }
}
