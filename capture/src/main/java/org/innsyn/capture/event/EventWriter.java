package org.innsyn.capture.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innsyn.capture.Access;
import org.innsyn.capture.Subject;
import org.innsyn.capture.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes accesses as CloudEvents 1.0 in structured mode. One event holds at most 1,000 people and 256 KiB; a larger access becomes several,
 * each saying which part of how many it is.
 */
public final class EventWriter {

    /** The most people in one event. */
    public static final int MOST_PEOPLE = 1_000;
    /** The largest event, in bytes of its JSON. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final String PLACE_OF_NUMBER = "\"sequence\":";

    private final String source;
    private final boolean numbered;
    private final Supplier<UUID> ids;

    /**
     * @param source the reporting application
     * @param numbered whether events carry the source's own counter
     * @param ids gives a new id at every call
     */
    public EventWriter(String source, boolean numbered, Supplier<UUID> ids) {
        this.source = source;
        this.numbered = numbered;
        this.ids = ids;
    }

    private record Bulk(String id, int part, int of) {}

    /** @return the event, or the parts of a large access in order */
    public List<Event> write(Access access, Instant at) {
        var people = access.subjects().stream().map(EventWriter::person).toList();
        var bulkId = ids.get().toString();
        var groups = groups(people, MOST_BYTES - write(access, at, List.of(), new Bulk(bulkId, Integer.MAX_VALUE, Integer.MAX_VALUE)).mostBytes());
        var events = new ArrayList<Event>();
        for (int i = 0; i < groups.size(); i++) {
            events.add(write(access, at, groups.get(i), groups.size() == 1 ? null : new Bulk(bulkId, i + 1, groups.size())));
        }
        return events;
    }

    private static List<List<String>> groups(List<String> people, int room) {
        var groups = new ArrayList<List<String>>();
        int left = 0;
        for (var person : people) {
            int needs = person.getBytes(StandardCharsets.UTF_8).length + 1;
            if (groups.isEmpty() || groups.getLast().size() == MOST_PEOPLE || needs > left) {
                groups.add(new ArrayList<>());
                left = room;
            }
            groups.getLast().add(person);
            left -= needs;
        }
        return groups;
    }

    private Event write(Access access, Instant at, List<String> people, @Nullable Bulk bulk) {
        var id = ids.get();
        var json = new String(JsonWriter.object(event -> event
                .put("specversion", "1.0")
                .put("type", "org.innsyn.access.v1")
                .put("source", source)
                .put("id", id.toString())
                .put("time", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("datacontenttype", "application/json")
                .put("dataschema", "urn:innsyn:schema:access-event:1")
                .put("data", data(access, people, bulk))), StandardCharsets.UTF_8);
        int number = json.length() - "}}".length(); // The counter is the last member of data.
        return new Event(id, people.size(), numbered ? json.substring(0, number) + "," + PLACE_OF_NUMBER : json.substring(0, number), json.substring(number), numbered);
    }

    private static Consumer<JsonWriter> data(Access access, List<String> people, @Nullable Bulk bulk) {
        return data -> {
            data.raw("subjects", "[" + String.join(",", people) + "]")
                    .put("actor", actor -> actor
                            .put("id", access.actor().id())
                            .put("kind", access.actor().kind().wire())
                            .put("unit", access.actor().unit())
                            .put("role", access.actor().role()))
                    .put("operation", access.operation().wire())
                    .put("object", access.object())
                    .put("categories", access.categories())
                    .put("purpose", access.purpose())
                    .put("legalBasis", access.legalBasis())
                    .put("justification", access.justification())
                    .put("caseReference", access.caseReference())
                    .put("recipient", access.recipient())
                    .put("fields", access.fields())
                    .put("recordReference", access.recordReference())
                    .put("clientAddress", access.clientAddress());
            if (bulk != null) {
                data.put("bulk", part -> part.put("id", bulk.id).put("part", bulk.part).put("of", bulk.of));
            }
        };
    }

    private static String person(Subject subject) {
        var identifiers = subject.identifiers().stream()
                .map(each -> text(identifier -> identifier.put("type", each.type().wire()).put("value", each.value()))).toList();
        return text(person -> person.raw("identifiers", identifiers.toString()));
    }

    private static String text(Consumer<JsonWriter> members) {
        return new String(JsonWriter.object(members), StandardCharsets.UTF_8);
    }
}
