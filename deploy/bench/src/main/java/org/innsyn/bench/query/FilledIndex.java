package org.innsyn.bench.query;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.bench.house.House;
import org.innsyn.bench.index.IndexedDocuments;
import org.innsyn.bench.load.Population;

/** An access log's index with as many documents as wanted, of the true mapping, written past the service. */
final class FilledIndex {

    private static final int BULK = 2_000;
    private static final Instant BEGIN = Instant.parse("2025-03-02T08:00:00Z");

    private FilledIndex() {}

    /** Writes documents about other people until the index has {@code wanted}. People are looked at by Zipf, over {@code people} ledgers. */
    static void fill(House house, int wanted, int people) {
        var population = new Population(people);
        var random = new SplittableRandom(wanted);
        write(house, new IndexedDocuments(house.elasticsearch()).count(IndexedDocuments.ALIAS), wanted, random,
                () -> UUID.nameUUIDFromBytes(ByteBuffer.allocate(4).putInt(population.draw(random)).array()));
    }

    /** Writes {@code documents} older entries into one person's log. */
    static void lengthen(House house, UUID ledger, int documents) {
        write(house, 0, documents, new SplittableRandom(documents), () -> ledger);
    }

    private static void write(House house, long first, long end, SplittableRandom random, Supplier<UUID> ledger) {
        for (long from = first; from < end; from += BULK) {
            var lines = new ByteArrayOutputStream(BULK * 900);
            for (long i = from; i < Math.min(end, from + BULK); i++) {
                write(lines, i, ledger.get(), random);
            }
            house.elasticsearch().bulk(IndexedDocuments.ALIAS, lines.toByteArray());
            if (from / BULK % 500 == 499) {
                house.progress().say("%,d documents", from + BULK);
            }
        }
        house.elasticsearch().post("/" + IndexedDocuments.ALIAS + "/_refresh", "");
    }

    private static void write(ByteArrayOutputStream lines, long number, UUID ledger, SplittableRandom random) {
        var entry = new UUID(number << 16, random.nextLong());
        int actor = random.nextInt(200);
        var at = BEGIN.plusSeconds(random.nextInt(31_536_000));
        lines.writeBytes("""
                {"index":{"_id":"%1$s","routing":"%2$s"}}
                {"entry":"%1$s","ledger":"%2$s","number":%3$d,"occurredAt":"%4$s","recordedAt":"%4$s","source":"urn:bench:other:%5$d","actor":"%6$s",\
                "actorKind":"staff","unit":"support/tier-%7$d","role":"agent","operation":"read","object":"/customers/contact","categories":["contact-details"],\
                "purpose":"support.case","legalBasis":"contract","verdict":"within-policy","policyVersion":"0123456789ab.1","underRestriction":false}
                """.formatted(entry, ledger, number, at, actor % 8, UUID.nameUUIDFromBytes(ByteBuffer.allocate(8).putLong(actor).array()), actor % 3).getBytes(StandardCharsets.UTF_8));
    }
}
