package org.innsyn.capture.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.innsyn.capture.Access;
import org.innsyn.capture.Actor;
import org.innsyn.capture.Identifier;
import org.innsyn.capture.Operation;
import org.innsyn.capture.Subject;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.AccessEventsApi;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.IdentifierType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is written is the published language, though no code is shared with it. */
class EventWriterTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema(), InputFormat.JSON);
    private static final Instant AT = Instant.parse("2026-03-02T13:05:00.123Z");

    private final EventWriter writer = new EventWriter("urn:test:desk", true, UUID::randomUUID);

    @Test
    void every_field_is_written_as_the_schema_has_it() {
        var access = Access.of(Operation.DISCLOSE, "/customers/billing/invoices")
                .to(Subject.account("k10001").and(Identifier.Type.EMAIL, "a@example.org").and(Identifier.Type.CUSTOMER_NUMBER, "77").and(Identifier.Type.PHONE, "+4712345678"))
                .by(Actor.staff("p-101").in("support/tier-1", "agent"))
                .categories("billing", "contact-details").purpose("billing.collection", "legitimate-interests")
                .justification("Said \"now\"\n\tand a back\\slash, \u00e6\u00f8\u00e5 \ud83d\ude00").caseReference("T-1").recipient("Innfordring Nord AS")
                .fields("amount", "due").recordReference("invoices/1").clientAddress("192.0.2.7").build();

        var written = only(writer.write(access, AT)).json(41);
        assertThat(SCHEMA.validate(text(written), InputFormat.JSON)).isEmpty();
        var event = JSON.readValue(written, AccessEvent.class);
        assertThat(event.time().toInstant()).isEqualTo(AT);
        assertThat(event.source()).isEqualTo("urn:test:desk");
        assertThat(event.data().sequence()).isEqualTo(41);
        assertThat(event.data().justification()).isEqualTo(access.justification());
        assertThat(event.data().recipient()).isEqualTo("Innfordring Nord AS");
        assertThat(event.data().subjects().getFirst().identifiers()).hasSize(4);
        assertThat(event.data().bulk()).isNull();
        assertThat(List.of(event.data().object(), event.data().purpose(), event.data().legalBasis(), event.data().caseReference(), event.data().recordReference(),
                event.data().clientAddress())).containsExactly("/customers/billing/invoices", "billing.collection", "legitimate-interests", "T-1", "invoices/1", "192.0.2.7");
        assertThat(event.data().fields()).containsExactly("amount", "due");
        assertThat(event.data().categories()).containsExactly("billing", "contact-details");
    }

    @Test
    void words_are_the_published_ones() {
        assertThat(Arrays.stream(Operation.values()).map(Operation::wire)).containsExactlyElementsOf(words(org.innsyn.schemas.access.Operation.class));
        assertThat(Arrays.stream(Actor.Kind.values()).map(Actor.Kind::wire)).containsExactlyElementsOf(words(ActorKind.class));
        assertThat(Arrays.stream(Identifier.Type.values()).map(Identifier.Type::wire)).containsExactlyElementsOf(words(IdentifierType.class));
    }

    @Test
    void limits_are_the_published_ones() {
        assertThat(EventWriter.MOST_PEOPLE).isEqualTo(org.innsyn.schemas.access.AccessData.MAX_SUBJECTS);
        assertThat(EventWriter.MOST_BYTES).isEqualTo(AccessEvent.MAX_BYTES);
        assertThat(AccessEventsApi.MAX_EVENTS).isGreaterThanOrEqualTo(500);
        assertThat(AccessEventsApi.MAX_BATCH_BYTES).isGreaterThanOrEqualTo(4 * 1024 * 1024 + AccessEvent.MAX_BYTES);
    }

    @Test
    void a_large_read_is_reported_in_parts_that_name_everybody_once() {
        var events = writer.write(reading(IntStream.range(0, 2_345).mapToObj(i -> Subject.account("k" + i)).toList()), AT);

        var parts = parts(events);
        assertThat(parts).extracting(part -> part.data().subjects().size()).containsExactly(1_000, 1_000, 345);
        assertThat(parts).extracting(part -> part.data().bulk()).containsExactly(bulk(parts, 1), bulk(parts, 2), bulk(parts, 3));
        assertThat(parts).extracting(AccessEvent::id).doesNotHaveDuplicates();
        assertThat(parts.stream().flatMap(part -> part.data().subjects().stream()).map(person -> person.identifiers().getFirst().value()).distinct()).hasSize(2_345);
    }

    @Test
    void a_read_of_few_people_with_long_names_is_split_by_its_bytes() {
        var long3bytes = "\u20ac".repeat(320);
        var people = IntStream.range(0, 400).mapToObj(i -> Subject.email(long3bytes).and(Identifier.Type.ACCOUNT, "k" + i)).toList();
        var events = writer.write(reading(people), AT);

        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event.json(Long.MAX_VALUE)).hasSizeLessThanOrEqualTo(EventWriter.MOST_BYTES));
        assertThat(events.getFirst().json(1)).as("as full as it may be").hasSizeGreaterThan(EventWriter.MOST_BYTES - 2_000);
        assertThat(parts(events).stream().mapToInt(part -> part.data().subjects().size()).sum()).isEqualTo(400);
    }

    @Test
    void a_source_that_does_not_count_sends_no_number() {
        var json = only(new EventWriter("urn:test:desk", false, UUID::randomUUID).write(reading(List.of(Subject.account("k1"))), AT)).json(7);
        assertThat(SCHEMA.validate(text(json), InputFormat.JSON)).isEmpty();
        assertThat(JSON.readValue(json, AccessEvent.class).data().sequence()).isNull();
    }

    private static BulkPart bulk(List<AccessEvent> parts, int part) {
        return new BulkPart(parts.getFirst().data().bulk().id(), part, parts.size());
    }

    private static List<AccessEvent> parts(List<Event> events) {
        return events.stream().map(event -> event.json(1)).peek(json -> assertThat(SCHEMA.validate(text(json), InputFormat.JSON)).isEmpty())
                .map(json -> JSON.readValue(json, AccessEvent.class)).toList();
    }

    private static Access reading(List<Subject> people) {
        return Access.of(Operation.EXPORT, "/customers/contact").to(people).by(Actor.system("newsletter")).categories("contact-details")
                .purpose("marketing.letter", "consent").build();
    }

    private static List<String> words(Class<? extends Enum<?>> published) {
        return Arrays.stream(published.getEnumConstants()).map(each -> JSON.writeValueAsString(each).replace("\"", "")).toList();
    }

    private static Event only(List<Event> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String schema() {
        try (var in = AccessEvent.class.getResourceAsStream("/org/innsyn/schemas/access-event.v1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
