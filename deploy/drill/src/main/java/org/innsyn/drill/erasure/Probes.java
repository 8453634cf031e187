package org.innsyn.drill.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.innsyn.bench.house.House;
import org.innsyn.drill.scan.Needles;
import org.innsyn.drill.scan.Place;

/**
 * A word in clear in each place, put there past the service. Where the search does not find it, it would not find a canary either, and the
 * place counts as unscanned.
 */
final class Probes {

    private final House house;
    private final String service;
    private final Places places;
    private final Map<Place, String> planted = new LinkedHashMap<>();

    Probes(House house, String service, Places places) {
        this.house = house;
        this.service = service;
        this.places = places;
    }

    void plant(Canaries words) throws IOException {
        var row = words.of("probe in PostgreSQL");
        // Twice: the write-ahead log interrupts what it holds at each of its pages.
        house.admin().run("create table public.drill_probe as select '" + row + "'::text as word, '" + row + "'::text as again");
        house.admin().run("checkpoint");
        planted.put(places.postgres(), row);
        planted.put(places.wal(), row);
        var document = words.of("probe in Elasticsearch");
        house.elasticsearch().put("/drill-probe", "{\"settings\": {\"number_of_shards\": 1, \"number_of_replicas\": 0}}");
        house.elasticsearch().post("/drill-probe/_doc?refresh=true", "{\"word\": \"" + document + "\", \"again\": \"" + "so that it is worth compressing ".repeat(200) + "\"}");
        planted.put(places.elasticsearch(), document);
        // Another document in another segment: this one must be found decoded, after it is out of the translog.
        var flushed = words.of("probe in a segment");
        house.elasticsearch().put("/drill-segment", "{\"settings\": {\"number_of_shards\": 1, \"number_of_replicas\": 0}}");
        house.elasticsearch().post("/drill-segment/_doc?refresh=true", "{\"again\": \"" + "so that it is worth compressing ".repeat(200) + "\", \"word\": \"" + flushed + "\"}");
        house.elasticsearch().post("/drill-segment/_flush?force=true", "");
        planted.put(places.segments(), flushed);
        planted.put(places.kafkaLog(), file(house.folder("engines").resolve("kafka/probe"), words.of("probe beside Kafka")));
        planted.put(places.service(), file(house.folder(service).resolve("probe"), words.of("probe beside the service")));
        planted.put(places.keys(), file(house.folder(service + "/keys").resolve("probe"), words.of("probe beside the keys")));
    }

    private static String file(Path file, String word) throws IOException {
        Files.writeString(file, "a line with " + word + " in it\n");
        return word;
    }

    /** Whether each place's probe is found there. */
    Map<String, Boolean> found() {
        var found = new LinkedHashMap<String, Boolean>();
        planted.forEach((place, word) -> found.put(place.name(), !place.search(new Needles().with(place.name(), word)).hits().isEmpty()));
        return found;
    }
}
