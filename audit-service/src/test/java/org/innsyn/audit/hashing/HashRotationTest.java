package org.innsyn.audit.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.audit.ledger.store.Shredder;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import org.innsyn.schemas.accesslog.AccessLogQuery;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.schemas.operator.HashKeyStatus;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class HashRotationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();
    private final Identities identities = house.bean(Identities.class);

    @Test
    void people_are_found_by_the_same_names_while_keys_rotate_and_reports_arrive() {
        var known = IntStream.range(0, 30).mapToObj(i -> newAccount()).toList();
        known.forEach(account -> house.report(supportReads(account)));
        var before = known.stream().map(this::ledger).toList();
        var fresh = new ArrayList<String>();
        var reporting = new AtomicBoolean(true);
        var reports = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            var accounts = new ArrayList<String>();
            while (reporting.get()) {
                accounts.add("account-%d".formatted(accounts.size()) + known.getFirst());
                house.report(supportReads(accounts.getLast()), supportReads(known.get(accounts.size() % known.size())));
            }
            return accounts;
        })).toList();
        rotate();
        var status = rotate();
        reporting.set(false);
        reports.forEach(each -> fresh.addAll(each.join()));

        assertThat(known.stream().map(this::ledger)).containsExactlyElementsOf(before);
        var ledgers = Stream.concat(known.stream(), new HashSet<>(fresh).stream()).map(this::ledger).map(LedgerId::value).toList();
        assertThat(ledgers).as("two reporters and two rotations opened one log a person").doesNotHaveDuplicates();
        assertThat(house.database().queryForObject("select sum(number) from audit.ledger_head where ledger_id = any (?)", Long.class, (Object) ledgers.toArray(UUID[]::new)))
                .as("and every report stands in it").isEqualTo(known.size() + 2L * fresh.size());
        assertThat(rows("ledger_id = any (?) and key_number < " + current("blind-index", status), (Object) ledgers.toArray(UUID[]::new))).as("all are hashed anew").isZero();
    }

    @Test
    void what_the_vault_cannot_tell_is_still_found_by_its_old_key() {
        var account = newAccount();
        var erased = newAccount();
        var email = "subject-" + UUID.randomUUID() + "@example.org";
        house.report(supportReads(account), supportReads(erased));
        verify(account, email);
        Awaitility.await().ignoreExceptions().until(() -> house.bean(Shredder.class).shred(ledger(erased), UUID.randomUUID()).get("identifiers") == 1);
        var status = rotate();
        assertThat(identities.leadingTo(new Identifier(IdentifierType.EMAIL, email))).as("verified, and reported by nobody").containsExactly(ledger(account));
        assertThat(house.report(supportReads(erased)).results()).extracting(EventResult::status).containsExactly(Status.RECORDED);
        assertThat(identities.ofAccount(erased)).as("an erased person does not come back").isEmpty();
        assertThat(status).filteredOn(each -> each.name().equals("blind-index")).allSatisfy(each -> assertThat(each.retired()).isNotEmpty());

        verify(account, email);
        assertThat(rows("ledger_id = ? and key_number < " + current("blind-index", status), ledger(account).value())).as("told again, it is hashed anew").isZero();
    }

    @Test
    void a_rotation_that_was_killed_is_finished_by_another_process() {
        var accounts = IntStream.range(0, 40).mapToObj(i -> newAccount()).toList();
        house.report(accounts.stream().map(account -> supportReads(account)).toArray(AccessEvent[]::new));
        var before = accounts.stream().map(this::ledger).toList();
        rotate();
        var rows = house.bean("blindIndexRotation", HashRotation.class).rows();
        var moved = new AtomicInteger();
        var dying = new HashRotation(process(), new HashRotation.Rows() {
            @Override
            public List<UUID> behind(int current, UUID after, int limit) {
                return rows.behind(current, after, limit);
            }

            @Override
            public int move(UUID owner, HashRing ring) {
                if (moved.incrementAndGet() > 25) {
                    throw new IllegalStateException("killed");
                }
                return rows.move(owner, ring);
            }

            @Override
            public long count(int number) {
                return rows.count(number);
            }
        }, house.bean(TransactionTemplate.class));
        assertThatThrownBy(dying::rotate).hasMessage("killed");
        int current = process().now().current();
        assertThat(rows("key_number < " + current + " and not suppressed")).as("half done").isPositive();
        assertThat(accounts.stream().map(this::ledger)).as("meanwhile").containsExactlyElementsOf(before);

        new HashRotation(process(), rows, house.bean(TransactionTemplate.class)).finish();
        assertThat(rows("ledger_id = any (?) and key_number < " + current, (Object) before.stream().map(LedgerId::value).toArray(UUID[]::new))).isZero();
        assertThat(accounts.stream().map(this::ledger)).containsExactlyElementsOf(before);
    }

    @Test
    void staff_stay_who_they_are_and_the_old_key_ends() {
        var account = newAccount();
        house.report(supportReads(account));
        var actors = house.database().queryForList("select actor_ref from audit.actor order by actor_ref", UUID.class);
        int old = house.bean("actorKeys", HashKeys.class).now().current();
        rotate();
        assertThat(house.database().queryForObject("select count(*) from audit.actor where key_number <= ?", Long.class, old)).isZero();
        assertThat(house.bean(KeyFolder.class).has("actors-%06d".formatted(old))).as("the key's file").isFalse();
        house.report(supportReads(account));
        assertThat(house.database().queryForList("select actor_ref from audit.actor", UUID.class)).as("nobody is there twice").containsExactlyInAnyOrderElementsOf(actors);
        assertThat(house.completeLog(account).entries()).hasSize(2).allSatisfy(entry -> assertThat(entry.verdict()).as("the directory still knows them").isEqualTo(Verdict.WITHIN_POLICY));
        assertThat(house.search(AccessLogQuery.all().withActor("agent-17").withSubject(Identifier.account(account))).total()).isEqualTo(2);
    }

    @Test
    void whoever_adds_rows_with_a_key_keeps_it_current_until_they_are_done() {
        var transaction = house.bean(TransactionTemplate.class);
        var keys = process();
        var stale = keys.now();
        rotate();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> keys.hold(stale))).isInstanceOf(HashKeys.Changed.class);
        var rotation = transaction.execute(status -> {
            keys.hold(keys.now());
            var waiting = CompletableFuture.supplyAsync(this::rotate);
            Awaitility.await().until(() -> house.database().queryForObject(
                    "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted and database = (select oid from pg_database where datname = current_database())",
                    Long.class) > 0);
            assertThat(waiting).isNotDone();
            return waiting;
        });
        assertThat(rotation.join()).isNotEmpty();
    }

    @Test
    void only_the_operator_rotates() {
        assertThat(house.post("/api/v1/admin/hash-keys/rotate", house.tokens().staff("controller"), "application/json", new byte[0]).statusCode()).isEqualTo(403);
        assertThat(house.post("/api/v1/admin/hash-keys/rotate-repeats", house.tokens().staff("controller"), "application/json", new byte[0]).statusCode()).isEqualTo(403);
        assertThat(house.get("/api/v1/admin/hash-keys", "").statusCode()).isEqualTo(401);
    }

    /** Keys as another process would have them: it shares the database and the folder, and nothing in memory. */
    private HashKeys process() {
        return new HashKeys(house.database(), house.bean(KeyFolder.class), "blind-index", "blind_index", Clock.systemUTC());
    }

    private List<HashKeyStatus> rotate() {
        var answer = house.post("/api/v1/admin/hash-keys/rotate", house.tokens().machine("operator"), "application/json", new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Arrays.asList(JSON.readValue(answer.body(), HashKeyStatus[].class));
    }

    private static int current(String name, List<HashKeyStatus> status) {
        return status.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().current();
    }

    private long rows(String where, Object... values) {
        return house.database().queryForObject("select count(*) from audit.blind_index where " + where, Long.class, values);
    }

    private LedgerId ledger(String account) {
        return identities.ofAccount(account).orElseThrow();
    }

    private void verify(String account, String email) {
        var body = "[{\"account\":\"%s\",\"emails\":[\"%s\"]}]".formatted(account, email);
        var answer = house.post("/api/v1/identities", house.tokens().reporter(AuditHouse.SOURCE), "application/json", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
