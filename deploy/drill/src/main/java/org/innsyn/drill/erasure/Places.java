package org.innsyn.drill.erasure;

import java.nio.file.Path;
import java.util.List;
import org.innsyn.bench.house.House;
import org.innsyn.drill.scan.KafkaSegments;
import org.innsyn.drill.scan.LuceneFolders;
import org.innsyn.drill.scan.Place;

/** Every folder that anything of the house writes to. */
final class Places {

    private final House house;
    private final String service;

    Places(House house, String service) {
        this.house = house;
        this.service = service;
    }

    List<Place> all() {
        return List.of(postgres(), wal(), segments(), elasticsearch(), kafka(), kafkaLog(), service(), keys());
    }

    /** Tables, indexes and everything else but the log of changes; its own log too. */
    Place postgres() {
        return Place.raw("PostgreSQL files", home("postgresql")).without(file -> file.toString().contains("/pg_wal/"));
    }

    Place wal() {
        return Place.raw("PostgreSQL write-ahead log", home("postgresql").resolve("data/pg_wal"));
    }

    Place segments() {
        return LuceneFolders.in(house.place().checkout(), home("elasticsearch").resolve("data"));
    }

    /** As they lie there: what is written before it is in a segment, and logs. */
    Place elasticsearch() {
        return Place.raw("Elasticsearch translog, files and logs", home("elasticsearch"));
    }

    Place kafka() {
        return KafkaSegments.in(home("kafka").resolve("data"));
    }

    Place kafkaLog() {
        return Place.raw("Kafka's other files and logs", home("kafka")).without(file -> file.toString().contains("/data/") && file.toString().endsWith(".log"));
    }

    /** What it logs, and its home and temporary folder. */
    Place service() {
        return Place.raw("the service's log, home and temporary files", house.folder(service)).without(file -> file.startsWith(house.folder(service + "/keys")));
    }

    Place keys() {
        return Place.raw("key folder", house.folder(service + "/keys"));
    }

    private Path home(String engine) {
        return house.folder("engines").resolve(engine);
    }
}
