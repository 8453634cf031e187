package org.innsyn.dsr.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.dsr.notice.NoticeEvent.NoticeAcknowledged;
import org.innsyn.dsr.notice.NoticeEvent.NoticeBounced;
import org.innsyn.dsr.notice.NoticeEvent.NoticeFailed;
import org.innsyn.dsr.notice.NoticeEvent.NoticeSent;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.eventstore.EventTypes;
import org.innsyn.platform.eventstore.StoredAs;
import org.innsyn.schemas.request.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Holds every event of notices against its golden file. */
class StoredNoticesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.fromString("6f1d2c3a-0000-4000-8000-000000000005");
    private static final RequestId REQUEST = new RequestId(UUID.fromString("6f1d2c3a-0000-4000-8000-000000000001"));
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");

    static Stream<NoticeEvent> events() {
        return Stream.of(
                new NoticeSent(ID, REQUEST, NoticeKind.RECEIVED, 0, "250", AT),
                new NoticeFailed(ID, REQUEST, NoticeKind.EXTENSION, 4, "No address is known.", AT),
                new NoticeBounced(ID, REQUEST, NoticeKind.EXTENSION, 4, "5.1.1", AT),
                new NoticeAcknowledged(ID, REQUEST, AT.minusSeconds(3_600), UUID.fromString("6f1d2c3a-0000-4000-8000-000000000003"), new Party("b4a1f0c2"), AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_written_and_read_as_its_golden_file_says(NoticeEvent event) throws IOException {
        var stored = event.getClass().getAnnotation(StoredAs.class);
        try (var file = StoredNoticesTest.class.getResourceAsStream("/events/" + stored.name() + "." + stored.revision() + ".json")) {
            var golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
            assertThat(JSON.readValue(golden, event.getClass())).isEqualTo(event);
        }
    }

    @Test
    void no_event_is_without_one() {
        assertThat(events().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(new EventTypes(NoticeEvent.class).classes());
    }
}
