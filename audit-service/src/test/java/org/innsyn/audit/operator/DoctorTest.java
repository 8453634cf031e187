package org.innsyn.audit.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.identity.Identities;
import org.innsyn.schemas.operator.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The doctor finds what is broken, and nothing else. Each wound is made by hand and healed again. */
class DoctorTest {

    private final AuditHouse house = AuditHouse.shared();
    private final JdbcTemplate database = house.database();
    private UUID ledger;
    private Map<String, Long> before;

    @BeforeEach
    void aLedgerOfThree() {
        var account = newAccount();
        house.report(supportReads(account), supportReads(account), supportReads(account));
        house.completeLog(account);
        ledger = house.bean(Identities.class).ofAccount(account).orElseThrow().value();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::everythingIsPublished);
        before = examine();
    }

    @Test
    void a_head_that_contradicts_its_events_is_found() {
        wounded("heads agree with events", by -> by.accept("update audit.ledger_head set number = number + 1 where ledger_id = ?"),
                "update audit.ledger_head set number = number - 1 where ledger_id = ?");
    }

    @Test
    void an_entry_without_its_details_is_found() {
        wounded("every entry's details are in the vault", by -> {
            by.accept("create table audit.kept as select * from audit.entry_detail where ledger_id = ?");
            by.accept("delete from audit.entry_detail where ledger_id = ?");
        }, "insert into audit.entry_detail select * from audit.kept where ledger_id = ?");
        database.execute("drop table audit.kept");
    }

    @Test
    void an_entry_changed_behind_our_back_is_found() {
        var change = "update audit.domain_event set payload = convert_to(replace(convert_from(payload, 'UTF8'), '%s', '%s'), 'UTF8') where aggregate_id = ? ";
        var leaf = database.queryForObject("select convert_from(payload, 'UTF8')::jsonb ->> 'leaf' from audit.domain_event where aggregate_id = ? and payload_type = 'ledger.AccessRecorded' order by sequence_number limit 1",
                String.class, ledger.toString());
        var other = leaf.startsWith("A") ? "B" + leaf.substring(1) : "A" + leaf.substring(1);
        database.update(change.formatted(leaf, other), ledger.toString());
        assertThat(examine().get("the log holds what the events commit to")).isGreaterThan(before.get("the log holds what the events commit to"));
        database.update(change.formatted(other, leaf), ledger.toString());
        assertThat(examine().get("the log holds what the events commit to")).isEqualTo(before.get("the log holds what the events commit to"));
    }

    @Test
    void a_leaf_changed_behind_our_back_breaks_the_root() {
        var check = "the log is dense and its newest checkpoint is its root";
        assertThat(before.get(check)).isZero();
        database.update("update audit.log_leaf set leaf_data = set_byte(leaf_data, 0, 255 - get_byte(leaf_data, 0)) where leaf_index = 0");
        assertThat(examine().get(check)).isPositive();
        database.update("update audit.log_leaf set leaf_data = set_byte(leaf_data, 0, 255 - get_byte(leaf_data, 0)) where leaf_index = 0");
        assertThat(examine().get(check)).isZero();
    }

    @Test
    void only_the_operator_may_ask() {
        assertThat(house.get("/api/v1/admin/doctor", house.tokens().staff("dpo")).statusCode()).isEqualTo(403);
    }

    private void wounded(String check, Consumer<Consumer<String>> wound, String heal) {
        wound.accept(sql -> database.update(sql.replace("?", "'" + ledger + "'")));
        assertThat(examine().get(check)).isGreaterThan(before.get(check));
        database.update(heal.replace("?", "'" + ledger + "'"));
        assertThat(examine().get(check)).isEqualTo(before.get(check));
    }

    /** So that nothing is signed while a wound is open. */
    private boolean everythingIsPublished() {
        return database.queryForObject("""
                select (select size from audit.log_state) = (select max(size) from audit.log_checkpoint)
                   and not exists (select 1 from audit.entry_leaf where leaf_index >= (select size from audit.log_heads_epoch))
                   and not exists (select 1 from audit.domain_event where payload_type = 'ledger.AccessRecorded' and not exists (
                       select 1 from audit.entry_leaf where entry_id = (convert_from(payload, 'UTF8')::jsonb ->> 'entry')::uuid))""", Boolean.class);
    }

    private Map<String, Long> examine() {
        var answer = house.get("/api/v1/admin/doctor", house.tokens().machine("operator"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Arrays.stream(JsonMapper.builder().build().readValue(answer.body(), Finding[].class)).collect(Collectors.toMap(Finding::check, Finding::wrong));
    }
}
