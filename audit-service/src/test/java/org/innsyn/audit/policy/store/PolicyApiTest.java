package org.innsyn.audit.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.policy.GrantedUse;
import org.innsyn.schemas.policy.Period;
import org.innsyn.schemas.policy.PolicyOverview;
import org.innsyn.schemas.policy.Replay;
import org.innsyn.schemas.policy.ReplayQuery;
import org.innsyn.schemas.policy.StaffFile;
import org.innsyn.schemas.policy.TableFile;
import org.innsyn.schemas.policy.UnusedGrants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PolicyApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = "/api/v1/policy/tables";

    private final AuditHouse house = AuditHouse.shared();
    private final String controller = house.tokens().staff("controller");

    @Test
    void a_published_table_is_in_force_from_its_time_and_can_be_exported() {
        var before = overview();
        var csv = read(house.get(TABLES + "/" + before.inForce(), controller), TableFile.class).csv();
        var more = csv + "/customers/domains,unit:operations,*,renewal,read,service.renewal-" + UUID.randomUUID() + ",optional\r\n";
        var later = Instant.now().plus(3_000 + before.versions().size(), ChronoUnit.DAYS);
        var after = read(post(TABLES, controller, new TableFile(more, later)), PolicyOverview.class);
        assertThat(after.inForce()).as("not in force yet").isEqualTo(before.inForce());
        assertThat(after.versions().getFirst().number()).isEqualTo(before.versions().getFirst().number() + 1);
        assertThat(after.versions().getFirst().grants()).isEqualTo(before.versions().getFirst().grants() + 1);
        var exported = read(house.get(TABLES + "/" + after.versions().getFirst().number(), controller), TableFile.class);
        assertThat(exported.csv()).isEqualTo(more);
        assertThat(exported.validFrom()).isEqualTo(later);
    }

    @Test
    void what_the_table_allows_is_told_to_who_makes_copies_and_names_nobody() {
        var uses = read(house.get("/api/v1/policy/uses", house.tokens().machine("ledger:read")), GrantedUse[].class);

        assertThat(uses).hasSize(overview().versions().stream().filter(each -> each.number() == overview().inForce()).findFirst().orElseThrow().grants());
        assertThat(uses).anySatisfy(use -> assertThat(use.purposes()).contains("support.case"));
        assertThat(uses).extracting(GrantedUse::persons).allMatch(persons -> persons.matches("unit:.*|group:.*|staff|[*]"));
    }

    @Test
    void a_file_that_cannot_be_read_publishes_nothing_and_says_where() {
        var before = overview();
        var csv = "object,persons,role,task,operations,purposes,justification\n/customers,unit:support,*,work,read,support.case,optional\n/customers,crew:x,*,work,read,a,optional\n";
        var answer = post(TABLES, controller, new TableFile(csv, null));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("unreadable-csv", "line 3, column persons", "Nothing was published").doesNotContain("crew");
        assertThat(overview()).isEqualTo(before);
    }

    @Test
    void a_table_that_begins_in_the_past_is_refused() {
        var csv = "object,persons,role,task,operations,purposes,justification\n/anything,*,*,work,read,support.case,optional\n";
        var answer = post(TABLES, controller, new TableFile(csv, Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("policy-refused", "what was judged stays judged");
    }

    @Test
    void the_exported_directory_is_the_one_that_is_in_force() {
        var exported = read(house.get("/api/v1/policy/staff", controller), StaffFile.class);
        assertThat(exported.csv()).contains("agent-17,support/tier-1,agent,,2020-01-01,\r\n", "clerk-3,billing,clerk,,2020-01-01,2026-01-01\r\n");
        var again = post("/api/v1/policy/staff", controller, exported);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("The directory says so already");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/policy,          'dpo,controller,operator'",
        "GET,  /api/v1/policy/tables/1, 'dpo,controller'",
        "GET,  /api/v1/policy/staff,    'dpo,controller'",
        "GET,  /api/v1/policy/uses,     'none'",
        "POST, /api/v1/policy/tables,   'controller,operator'",
        "POST, /api/v1/policy/staff,    'controller,operator'",
        "POST, /api/v1/policy/replay,   'dpo,controller,operator'",
        "POST, /api/v1/policy/unused,   'dpo,controller,operator'"
    })
    void only_who_may_does(String method, String path, String allowed) {
        for (var role : java.util.List.of("subject", "case-handler", "controller", "dpo", "regulator", "operator", "")) {
            var token = role.isEmpty() ? "" : role.equals("operator") ? house.tokens().machine("operator") : house.tokens().staff(role);
            var answer = method.equals("GET") ? house.get(path, token) : house.post(path, token.isEmpty() ? null : token, "application/json", "[]".getBytes());
            boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
            assertThat(refused).as(role + " " + path + " " + answer.statusCode()).isEqualTo(!java.util.List.of(allowed.split(",")).contains(role));
        }
    }

    @Test
    void a_replay_tells_what_another_table_would_have_said_and_changes_nothing() {
        var purpose = "support.replay-" + UUID.randomUUID();
        house.report(event(purpose), event(purpose), supportReads(newAccount()));
        var csv = "object,persons,role,task,operations,purposes,justification\n/customers/contact,unit:support,*,work,read," + purpose + ",optional\n";
        var told = read(post("/api/v1/policy/replay", house.tokens().machine("operator"), new ReplayQuery(csv, new Period(null, null))), Replay.class);
        assertThat(told.changes()).contains(new Replay.Change("/customers/contact", "support/tier-1", purpose, true, 2));
        assertThat(told.changes()).anySatisfy(change -> {
            assertThat(change.purpose()).isEqualTo("support.case");
            assertThat(change.allowed()).isFalse();
        });
        assertThat(told.unchanged() + told.changes().stream().mapToLong(Replay.Change::entries).sum() + told.further()).isEqualTo(told.judged());
        var none = read(post("/api/v1/policy/replay", controller, new ReplayQuery(csv, new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))), Replay.class);
        assertThat(none.judged()).isZero();
    }

    @Test
    void a_grant_nobody_needed_is_listed_and_one_that_was_needed_is_not() {
        house.report(supportReads(newAccount()));
        var told = read(post("/api/v1/policy/unused", controller, new Period(null, Instant.now())), UnusedGrants.class);
        assertThat(told.entries()).isPositive();
        assertThat(told.grants()).noneSatisfy(grant -> {
            assertThat(grant.table()).isEqualTo(1);
            assertThat(grant.persons()).isEqualTo("unit:support");
        });
        var before2000 = read(post("/api/v1/policy/unused", controller, new Period(null, Instant.parse("2000-01-01T00:00:00Z"))), UnusedGrants.class);
        assertThat(before2000.grants()).extracting(UnusedGrants.UnusedGrant::persons).contains("unit:support", "unit:billing", "group:on-call");
    }

    private static org.innsyn.schemas.access.AccessEvent event(String purpose) {
        return Events.event(UUID.randomUUID().toString(), Events.data("customers/contact", "support/tier-1", purpose, "why", Person.of(Identifier.account(newAccount()))));
    }

    private PolicyOverview overview() {
        return read(house.get("/api/v1/policy", controller), PolicyOverview.class);
    }

    private HttpResponse<String> post(String path, String token, Object body) {
        return house.post(path, token, "application/json", JSON.writeValueAsBytes(body));
    }

    private static <T> T read(HttpResponse<String> answer, Class<T> type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), type);
    }
}
