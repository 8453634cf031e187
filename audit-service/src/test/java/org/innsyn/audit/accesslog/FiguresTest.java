package org.innsyn.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.innsyn.audit.house.Events.newAccount;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.accesslog.AccessFigures;
import org.innsyn.schemas.accesslog.FiguresQuery;
import org.innsyn.schemas.accesslog.FiguresQuery.By;
import org.innsyn.schemas.accesslog.Reader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalDate DAY_THE_CLOCKS_CHANGE = LocalDate.parse("2025-03-30");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();

    @Test
    void accesses_are_counted_on_the_days_of_the_readers_own_time_zone() {
        var account = newAccount();
        house.report(
                at("2025-03-29T23:30:00+01:00", account, "agent-1", ActorKind.STAFF, "support/tier-1"),
                at("2025-03-30T00:30:00+01:00", account, "agent-1", ActorKind.STAFF, "support/tier-1"),
                at("2025-03-30T23:30:00+02:00", account, "renewal", ActorKind.SYSTEM, null),
                at("2025-03-31T00:30:00+02:00", account, "agent-1", ActorKind.STAFF, "support/tier-1"));
        house.completeLog(account);
        var figures = mine(account, new FiguresQuery(DAY_THE_CLOCKS_CHANGE.minusDays(2), DAY_THE_CLOCKS_CHANGE, OSLO, By.ACTOR_KIND));
        assertThat(figures.days()).containsExactly(LocalDate.parse("2025-03-28"), LocalDate.parse("2025-03-29"), LocalDate.parse("2025-03-30"));
        assertThat(figures.series()).extracting(AccessFigures.Series::value).containsExactly("staff", "system");
        assertThat(figures.series().getFirst().counts()).containsExactly(0L, 1L, 1L);
        assertThat(figures.series().getLast().counts()).containsExactly(0L, 0L, 1L);
    }

    @Test
    void what_has_no_unit_is_counted_as_such() {
        var account = newAccount();
        house.report(at("2025-03-30T12:00:00+02:00", account, "renewal", ActorKind.SYSTEM, null));
        house.completeLog(account);
        assertThat(mine(account, new FiguresQuery(DAY_THE_CLOCKS_CHANGE, DAY_THE_CLOCKS_CHANGE, OSLO, By.UNIT)).series())
                .singleElement().satisfies(none -> assertThat(none.value()).isEqualTo(FiguresQuery.NONE));
    }

    @Test
    void somebody_nothing_was_recorded_about_sees_days_without_accesses() {
        var figures = mine(newAccount(), new FiguresQuery(DAY_THE_CLOCKS_CHANGE, DAY_THE_CLOCKS_CHANGE.plusDays(6), OSLO, By.ACTOR_KIND));
        assertThat(figures.days()).hasSize(7);
        assertThat(figures.series()).isEmpty();
    }

    @Test
    void a_period_that_cannot_be_counted_is_refused_with_the_reason() {
        var token = house.tokens().subject(newAccount());
        for (var period : List.of(
                new FiguresQuery(DAY_THE_CLOCKS_CHANGE, DAY_THE_CLOCKS_CHANGE.minusDays(1), OSLO, By.UNIT),
                new FiguresQuery(DAY_THE_CLOCKS_CHANGE, DAY_THE_CLOCKS_CHANGE.plusDays(FiguresQuery.MAX_DAYS), OSLO, By.UNIT))) {
            var answer = ask("mine", token, period);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("400 days");
        }
    }

    @Test
    void who_reads_much_is_shown_against_what_is_usual_in_their_unit() {
        var unit = "unit-" + UUID.randomUUID();
        var accounts = List.of(newAccount(), newAccount(), newAccount());
        for (var account : accounts) {
            house.report(read(account, "busy", unit), read(account, "busy", unit));
        }
        house.report(read(accounts.getFirst(), "quiet", unit), read(accounts.getFirst(), "usual", unit), read(accounts.getFirst(), "usual", unit));
        accounts.forEach(house::completeLog);
        var answer = ask("readers", house.tokens().staff("dpo"), new FiguresQuery(LocalDate.parse("2019-05-01"), LocalDate.parse("2019-05-31"), OSLO, By.UNIT));
        var readers = List.of(JSON.readValue(answer.body(), Reader[].class));
        assertThat(readers).filteredOn(reader -> unit.equals(reader.unit())).extracting(Reader::id, Reader::entries, Reader::people, Reader::usual)
                .containsExactly(
                        tuple("busy", 6L, 3L, 2L),
                        tuple("usual", 2L, 1L, 2L),
                        tuple("quiet", 1L, 1L, 2L));
    }

    @Test
    void figures_of_everybody_are_the_officers_alone_and_their_look_is_in_the_staff_log_once_a_session() {
        var week = new FiguresQuery(DAY_THE_CLOCKS_CHANGE, DAY_THE_CLOCKS_CHANGE.plusDays(6), OSLO, By.PURPOSE);
        for (var token : List.of(house.tokens().subject(newAccount()), house.tokens().staff("case-handler"), house.tokens().staff("controller"),
                house.tokens().staff("regulator"), house.tokens().reporter(AuditHouse.SOURCE))) {
            assertThat(ask("all", token, week).statusCode()).isEqualTo(403);
            assertThat(ask("readers", token, week).statusCode()).isEqualTo(403);
        }
        var officer = house.tokens().staff("dpo");
        assertThat(ask("all", officer, week).statusCode()).isEqualTo(200);
        long after = staffLog();
        assertThat(ask("readers", officer, week).statusCode()).isEqualTo(200);
        assertThat(staffLog()).isEqualTo(after);
        assertThat(ask("mine", officer, week).statusCode()).isEqualTo(403);
    }

    private long staffLog() {
        return house.database().queryForObject("select number from audit.ledger_head where kind = 'staff'", Long.class);
    }

    private AccessFigures mine(String account, FiguresQuery query) {
        return JSON.readValue(ask("mine", house.tokens().subject(account), query).body(), AccessFigures.class);
    }

    private HttpResponse<String> ask(String what, String token, FiguresQuery query) {
        return house.post("/api/v1/access-figures/" + what, token, "application/json", JSON.writeValueAsBytes(query));
    }

    private static AccessEvent read(String account, String actor, String unit) {
        return at("2019-05-06T10:00:00+02:00", account, actor, ActorKind.STAFF, unit);
    }

    private static AccessEvent at(String time, String account, String actor, ActorKind kind, String unit) {
        var data = new AccessData(List.of(Person.of(Identifier.account(account))), new Actor(actor, kind, unit, "agent"), Operation.READ, "/customers/contact",
                List.of("contact-details"), "support.case", "contract", null, null, null, null, null, null, null, null);
        return AccessEvent.of(AuditHouse.SOURCE, UUID.randomUUID().toString(), OffsetDateTime.parse(time), data);
    }
}
