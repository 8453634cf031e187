package org.innsyn.audit.disclosure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.oversight.NameView;
import org.innsyn.schemas.oversight.NamesApi.Ask;
import org.innsyn.schemas.oversight.NamesApi.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Whether a customer is told a name, over HTTP. */
class NamesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private final AuditHouse house = AuditHouse.shared();
    private final String officer = house.tokens().staff("dpo");
    private final String controller = house.tokens().staff("controller");
    private final String account = "account-" + UUID.randomUUID();

    @Test
    void a_name_is_told_for_one_entry_once_the_officer_was_heard_and_the_controller_decided_so() throws Exception {
        report("agent-17");
        report("agent-17");
        var log = house.completeLog(account).entries();
        var entry = log.getFirst();
        assertThat(log).extracting(each -> each.actor().id()).containsOnlyNulls();

        var asked = read(mine(new Ask(entry.id(), "It may be a neighbour of mine.")));
        assertThat(asked.actor()).as("asking tells nothing").isNull();
        assertThat(post(controller, "/" + entry.id() + "/decision", new Say(asked.version(), true, "It weighs more here.")).statusCode()).as("before the officer is heard").isEqualTo(409);
        var advised = read(post(officer, "/" + entry.id() + "/advice", new Say(asked.version(), true, "The reason is a serious one.")));
        assertThat(advised.actor()).isEqualTo("agent-17");
        assertThat(advised.access().object()).as("what is decided about").isEqualTo("/customers/contact");
        assertThat(house.mine(account, org.innsyn.schemas.accesslog.AccessLogQuery.all()).entries()).extracting(each -> each.actor().id()).containsOnlyNulls();

        read(post(controller, "/" + entry.id() + "/decision", new Say(advised.version(), true, "It weighs more here.")));
        assertThat(house.completeLog(account).entries()).allSatisfy(each -> assertThat(each.actor().id()).as("that entry and no other").isEqualTo(each.id().equals(entry.id()) ? "agent-17" : null));
        var told = JSON.readValue(house.get("/api/v1/names/mine", subject()).body(), NameView[].class);
        assertThat(told).singleElement().satisfies(name -> {
            assertThat(name.actor()).isEqualTo("agent-17");
            assertThat(name.reasons()).isEqualTo("It weighs more here.");
            assertThat(name.advice()).as("what staff say to each other").isNull();
        });
        assertThat(opened(entry.id())).as("in the proof, too, which still is the leaf").containsEntry("actor", "agent-17").doesNotContainKey("clientAddress");
        assertThat(opened(log.getLast().id())).as("and in no other").doesNotContainKey("actor");
        assertThat(house.database().queryForObject("select count(*) from domain_event where convert_from(payload, 'UTF8') like '%neighbour of mine%'", Long.class)).as("what is said is sealed").isZero();
    }

    @Test
    void nobody_asks_about_anothers_entry_or_for_a_programs_name() {
        report("agent-17");
        AccessEntry entry = house.completeLog(account).entries().getFirst();
        var stranger = house.tokens().subject("account-" + UUID.randomUUID());
        assertThat(house.post("/api/v1/names/mine", stranger, "application/json", JSON.writeValueAsBytes(new Ask(entry.id(), "Out of curiosity only."))).statusCode()).isEqualTo(404);
        assertThat(mine(new Ask(entry.id(), "short")).statusCode()).isEqualTo(422);
        for (var role : List.of("case-handler", "regulator", "subject")) {
            assertThat(house.get("/api/v1/names", house.tokens().staff(role)).statusCode()).as(role).isEqualTo(403);
        }
        assertThat(post(controller, "/" + entry.id() + "/advice", new Say(0, true, "Not mine to give.")).statusCode()).isEqualTo(403);
    }

    /** What a proof opens; the checker finds the proof good. */
    private Map<String, String> opened(UUID entry) throws Exception {
        var answer = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> house.post("/api/v1/access-log/mine/proof", subject(), "application/json",
                ("{\"entry\": \"" + entry + "\"}").getBytes(StandardCharsets.UTF_8)), each -> each.statusCode() == 200);
        var file = Files.writeString(folder.resolve(entry + ".json"), answer.body());
        assertThat(new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                Path.of(System.getProperty("innsyn.root"), "verifier", "target", "classes").toString(), "org.innsyn.verifier.cli.Main", "--key", house.get("/log/key", "").body().strip(),
                file.toString()).inheritIO().start().waitFor()).isZero();
        var opened = new HashMap<String, String>();
        JSON.readTree(answer.body()).at("/fields").forEach(field -> {
            if (field.has("value")) {
                opened.put(field.get("name").asString(), new String(Base64.getDecoder().decode(field.get("value").asString()), StandardCharsets.UTF_8));
            }
        });
        return opened;
    }

    private void report(String actor) {
        house.report(AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), OffsetDateTime.parse("2026-03-02T14:05:00+01:00"),
                new AccessData(List.of(Person.of(Identifier.account(account))), new Actor(actor, ActorKind.STAFF, "support", null), Operation.READ, "/customers/contact",
                        List.of("contact-details"), "support.case", "contract", null, null, null, null, null, null, null, null)));
    }

    private String subject() {
        return house.tokens().subject(account);
    }

    private HttpResponse<String> mine(Ask ask) {
        return house.post("/api/v1/names/mine", subject(), "application/json", JSON.writeValueAsBytes(ask));
    }

    private HttpResponse<String> post(String token, String path, Object body) {
        return house.post("/api/v1/names" + path, token, "application/json", JSON.writeValueAsBytes(body));
    }

    private static NameView read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), NameView.class);
    }
}
