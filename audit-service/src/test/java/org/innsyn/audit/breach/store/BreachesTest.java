package org.innsyn.audit.breach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.schemas.oversight.BreachKind;
import org.innsyn.schemas.oversight.BreachView;
import org.innsyn.schemas.oversight.BreachesApi.Decide;
import org.innsyn.schemas.oversight.BreachesApi.Move;
import org.innsyn.schemas.oversight.BreachesApi.Open;
import org.innsyn.schemas.oversight.BreachesApi.State;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The record of breaches over HTTP. */
class BreachesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();
    private final String officer = house.tokens().staff("dpo");
    private final Instant aware = Instant.now().minus(Duration.ofHours(80));

    @Test
    void a_breach_is_recorded_from_first_word_to_close_and_tells_its_story() {
        var opened = read(post("", new Open(aware, "A laptop with customer lists was stolen.")));
        assertThat(opened.notifyBy()).isEqualTo(opened.awareAt().plus(Duration.ofHours(72)));

        var stated = read(post(opened, "/facts", state(opened.version())));
        var late = read(post(stated, "/authority", new Decide(stated.version(), true, Instant.now().minusSeconds(60), "The disk was thought to be encrypted.")));
        assertThat(late.authority()).satisfies(decision -> {
            assertThat(decision.late()).isTrue();
            assertThat(decision.reason()).isEqualTo("The disk was thought to be encrypted.");
        });
        assertThat(post(late, "/closing", new Move(late.version())).body()).contains("not-now", "Nothing was changed");
        var told = read(post(late, "/persons", new Decide(late.version(), false, null, "Nobody can open the disk, subject-0001 checked.")));
        var closed = read(post(told, "/closing", new Move(told.version())));

        assertThat(closed.closedAt()).isNotNull();
        assertThat(closed.facts().consequences()).isEqualTo("Somebody could write to the customers.");
        assertThat(closed.history()).extracting(BreachView.Line::event)
                .containsExactly("BreachOpened", "FactsStated", "AuthorityDecided", "PersonsDecided", "BreachClosed");
        assertThat(house.database().queryForObject("select count(*) from domain_event where convert_from(payload, 'UTF8') like '%subject-0001%'", Long.class))
                .as("what is written is sealed").isZero();
        var listed = JSON.readValue(house.get("/api/v1/breaches", officer).body(), BreachView[].class);
        assertThat(listed).filteredOn(each -> each.id().equals(closed.id())).singleElement().satisfies(each -> assertThat(each.facts().what()).isNull());
    }

    @Test
    void two_people_cannot_write_over_each_other_and_a_missing_reason_changes_nothing() {
        var opened = read(post("", new Open(aware, "A letter went to a wrong address.")));
        var stated = read(post(opened, "/facts", state(opened.version())));
        assertThat(post(opened, "/facts", state(opened.version())).body()).contains("stale", "Nothing was changed");
        assertThat(post(stated, "/authority", new Decide(stated.version(), false, null, " ")).statusCode()).isEqualTo(422);
        assertThat(read(house.get("/api/v1/breaches/" + opened.id(), officer))).isEqualTo(stated);
    }

    @Test
    void only_the_officer_and_the_controller_see_breaches() {
        for (var role : List.of("subject", "case-handler", "regulator")) {
            assertThat(house.get("/api/v1/breaches", house.tokens().staff(role)).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(house.get("/api/v1/breaches", house.tokens().staff("controller")).statusCode()).isEqualTo(200);
        assertThat(house.get("/api/v1/breaches/" + UUID.randomUUID(), officer).statusCode()).isEqualTo(404);
    }

    private static State state(long version) {
        return new State(version, null, List.of(BreachKind.CONFIDENTIALITY), List.of("contact-details"), 40, 120, "A laptop was stolen from a car.",
                "Somebody could write to the customers.", "The account was locked, the police was told.");
    }

    private HttpResponse<String> post(BreachView breach, String path, Object body) {
        return post("/" + breach.id() + path, body);
    }

    private HttpResponse<String> post(String path, Object body) {
        return house.post("/api/v1/breaches" + path, officer, "application/json", JSON.writeValueAsBytes(body));
    }

    private static BreachView read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), BreachView.class);
    }
}
