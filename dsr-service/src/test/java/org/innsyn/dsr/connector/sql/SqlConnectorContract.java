package org.innsyn.dsr.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.innsyn.dsr.connector.sql.Shop.ANN;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.ItemResult.CarriedOut;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database does for a person's rights, whichever it is. */
abstract class SqlConnectorContract {

    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final RequestId REQUEST = new RequestId(new UUID(0, 1));
    private static final ItemKey CUSTOMERS = ItemKey.of("shop", "customers");

    /** An own one for every test. */
    abstract Shop newShop();

    protected Shop shop;
    protected SqlConnector connector;

    @BeforeEach
    void open() {
        shop = newShop();
        connector = shop.connector(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void counts_only_what_belongs_to_the_person() {
        assertThat(connector.discover(ANN, Right.ACCESS, TODAY))
                .extracting(holding -> holding.item().value(), Holding::found, Holding::suggestion)
                .containsExactly(
                        tuple("shop/customers", 1L, Outcome.INCLUDE),
                        tuple("shop/subscriptions", 2L, Outcome.INCLUDE),
                        tuple("shop/invoices", 2L, Outcome.INCLUDE),
                        tuple("shop/cases", 2L, Outcome.INCLUDE),
                        tuple("shop/messages", 2L, Outcome.INCLUDE));
        assertThat(connector.discover(new Account("nobody"), Right.ACCESS, TODAY)).allMatch(holding -> holding.found() == 0);
    }

    @Test
    void the_preview_of_an_erasure_tells_protected_records_from_those_no_longer_protected() {
        assertThat(connector.discover(ANN, Right.ERASURE, TODAY))
                .filteredOn(holding -> holding.category().equals("billing"))
                .containsExactly(
                        new Holding(ItemKey.of("shop", "invoices"), "billing", 1, Outcome.KEEP, List.of(Outcome.KEEP),
                                "bookkeeping-law", LocalDate.of(2029, 12, 31)),
                        new Holding(ItemKey.of("shop", "invoices-past-retention"), "billing", 1, Outcome.ERASE,
                                List.of(Outcome.ERASE, Outcome.KEEP), null, null));
    }

    @Test
    void corrects_what_was_named_and_nothing_else_letter_by_letter() {
        var before = shop.jdbc().queryForMap("select account, email, joined_at from customers where id = 1");
        var wanted = List.of(new Correction(CUSTOMERS, "name", "ånn ' or 1=1 --"), new Correction(CUSTOMERS, "phone", "+47 1"));

        assertThat(connector.rectify(REQUEST, ANN, wanted)).containsExactly(new CarriedOut(CUSTOMERS, Map.of("corrected", 2L), null, NOW));
        assertThat(connector.rectify(REQUEST, ANN, wanted)).as("doing it twice changes nothing more").hasSize(1);

        assertThat(shop.jdbc().queryForMap("select name, phone from customers where id = 1")).containsEntry("name", "ånn ' or 1=1 --").containsEntry("phone", "+47 1");
        assertThat(shop.jdbc().queryForMap("select account, email, joined_at from customers where id = 1")).isEqualTo(before);
        assertThat(shop.jdbc().queryForObject("select name from customers where id = 2", String.class)).isEqualTo("Name 2");
        assertThat(connector.rectify(REQUEST, ANN, List.of(new Correction(CUSTOMERS, "name", "Ånn ' or 1=1 --")))).as("another case is another text")
                .allSatisfy(result -> assertThat(result).isInstanceOf(CarriedOut.class));
        assertThat(shop.jdbc().queryForObject("select name from customers where id = 1", String.class)).startsWith("Ånn");
    }

    @Test
    void corrects_one_of_several_records_by_its_key_and_nobody_elses_and_all_of_an_item_or_nothing() {
        var cases = ItemKey.of("shop", "cases");
        assertThat(connector.recordKey(cases)).contains("id");
        var first = new Correction(cases, "topic", "other", "11");

        assertThat(connector.saying(ANN, List.of(first))).containsExactly(new Correction(cases, "topic", "login", "11"));
        assertThat(connector.rectify(REQUEST, ANN, List.of(first, new Correction(cases, "topic", "more", "12"))))
                .containsExactly(new CarriedOut(cases, Map.of("corrected", 2L), null, NOW));
        assertThat(shop.jdbc().queryForList("select topic from cases where customer_id = 1 order by id", String.class)).containsExactly("other", "more");

        for (String key : List.of("21", "11 or 1=1", "x", "0011")) {
            assertThat(connector.rectify(REQUEST, ANN, List.of(new Correction(cases, "topic", "again", "11"), new Correction(cases, "topic", "wrong", key)))).as(key).singleElement()
                    .satisfies(failed -> assertThat(failed).isInstanceOfSatisfying(ItemResult.Failed.class, it -> assertThat(it.problem()).contains("No record of the key").doesNotContain(key)));
        }
        assertThat(shop.jdbc().queryForList("select topic from cases order by id", String.class)).containsExactly("other", "more", "login", "billing");
    }

    @Test
    void does_not_guess_which_of_several_records_is_wrong_and_keeps_to_what_its_description_allows() {
        var cases = ItemKey.of("shop", "cases");

        assertThat(connector.rectify(REQUEST, ANN, List.of(new Correction(cases, "topic", "other"), new Correction(CUSTOMERS, "phone", "1"))))
                .satisfiesExactly(
                        failed -> assertThat(failed).isInstanceOfSatisfying(ItemResult.Failed.class, it -> assertThat(it.problem()).contains("not exactly one record")),
                        done -> assertThat(done).isInstanceOf(CarriedOut.class));
        assertThat(shop.jdbc().queryForList("select topic from cases where customer_id = 1 order by id", String.class)).containsExactly("login", "billing");
        assertThatThrownBy(() -> connector.rectify(REQUEST, ANN, List.of(new Correction(CUSTOMERS, "joined_at", "2020-01-01")))).isInstanceOf(SystemUnavailable.class);
        assertThatThrownBy(() -> connector.rectify(REQUEST, ANN, List.of(new Correction(CUSTOMERS, "email", "bo@shop"), new Correction(CUSTOMERS, "phone", "2"))))
                .isInstanceOf(SystemUnavailable.class).hasMessageContaining("SQLSTATE 23").hasMessageNotContaining("bo@shop");
        assertThat(shop.jdbc().queryForObject("select phone from customers where id = 1", String.class)).as("all or nothing").isEqualTo("1");
        assertThat(connector.rectifiable()).isEqualTo(Map.of(CUSTOMERS, List.of("name", "email", "phone"), cases, List.of("topic")));
    }

    @Test
    void hands_out_every_row_in_a_fixed_order_with_plain_values() throws IOException {
        try (var snapshot = connector.open(ANN)) {
            var rows = new ArrayList<List<Object>>();
            assertThat(rows(snapshot, ItemKey.of("shop", "messages")).read(rows::add)).isEqualTo(2);
            assertThat(rows).containsExactly(List.of(11L, "=cmd|x"), List.of(12L, "It's \"fine\""));

            var customers = new ArrayList<List<Object>>();
            rows(snapshot, ItemKey.of("shop", "customers")).read(customers::add);
            assertThat(customers).containsExactly(
                    List.of(1L, "ann@shop", "Name 1", "ann@shop", "+47 000", "2020-02-29T12:00:00Z"));
        }
    }

    @Test
    void a_snapshot_does_not_see_what_changes_meanwhile() throws IOException {
        try (var snapshot = connector.open(ANN)) {
            shop.jdbc().update("insert into messages values (99, 11, 'late')");
            assertThat(rows(snapshot, ItemKey.of("shop", "messages")).read(row -> {})).isEqualTo(2);
        }
    }

    @Test
    void what_law_protects_stays_and_its_customer_becomes_a_stub_that_says_nothing() {
        var results = connector.erase(connector.trace(ANN, Trace.NONE), decisions(), TODAY);

        assertThat(results).containsExactlyInAnyOrder(
                new CarriedOut(item("messages"), Map.of("erased", 2L), null, NOW),
                new CarriedOut(item("cases"), Map.of("erased", 2L), null, NOW),
                new CarriedOut(item("invoices"), Map.of("kept", 1L), LocalDate.of(2029, 12, 31), NOW),
                new CarriedOut(item("invoices-past-retention"), Map.of("erased", 1L), null, NOW),
                new CarriedOut(item("subscriptions"), Map.of("erased", 1L, "kept", 1L), LocalDate.of(2029, 12, 31), NOW),
                new CarriedOut(item("customers"), Map.of("masked", 1L), LocalDate.of(2029, 12, 31), NOW));
        assertThat(shop.jdbc().queryForMap("select name, email, phone, account from customers where id = 1"))
                .containsEntry("name", "removed")
                .containsEntry("email", "removed-1")
                .containsEntry("phone", null)
                .containsEntry("account", "ann@shop");
    }

    @Test
    void everybody_elses_records_stay_as_they_are() {
        connector.erase(connector.trace(ANN, Trace.NONE), decisions(), TODAY);

        assertThat(shop.jdbc().queryForMap("select name, email from customers where id = 2"))
                .containsEntry("name", "Name 2")
                .containsEntry("email", "bo@shop");
        assertThat(connector.discover(Shop.BO, Right.ACCESS, TODAY)).extracting(Holding::found).containsExactly(1L, 2L, 2L, 2L, 2L);
    }

    @Test
    void without_anything_protected_the_customer_is_gone_altogether() {
        shop.jdbc().update("update invoices set issued_on = '2018-05-05' where customer_id = 1");

        var results = connector.erase(connector.trace(ANN, Trace.NONE), decisions(), TODAY);

        assertThat(shop.jdbc().queryForObject("select count(*) from customers where id = 1", Long.class)).isZero();
        assertThat(results).contains(new CarriedOut(item("customers"), Map.of("erased", 1L), null, NOW));
    }

    @Test
    void erasing_twice_with_the_same_trace_gives_the_same_answer() {
        var decided = decisions();
        var trace = connector.trace(ANN, Trace.NONE);
        var first = connector.erase(trace, decided, TODAY);
        var again = connector.erase(connector.trace(ANN, trace), decided, TODAY);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_failing_step_leaves_everything_as_it_was() {
shop.refuseRemovals("subscriptions");

        assertThatThrownBy(() -> connector.erase(connector.trace(ANN, Trace.NONE), decisions(), TODAY))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessage("The database shop did not do what it was asked (SQLSTATE %s). Nothing was changed there.".formatted(shop.refusal()));
        assertThat(shop.count("messages")).isEqualTo(4);
        assertThat(shop.count("invoices")).isEqualTo(4);
    }

    @Test
    void records_added_after_the_trace_are_not_left_behind() {
        var trace = connector.trace(ANN, Trace.NONE);
        shop.jdbc().update("insert into cases values (77, 1, 'new')");
        shop.jdbc().update("insert into messages values (77, 77, 'new')");

        assertThatThrownBy(() -> connector.erase(trace, decisions(), TODAY))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining("added");
        connector.erase(connector.trace(ANN, trace), decisions(), TODAY);
        assertThat(shop.count("messages")).isEqualTo(2);
    }

    private static ItemKey item(String name) {
        return ItemKey.of("shop", name);
    }

    List<Decision> decisions() {
        return connector.discover(ANN, Right.ERASURE, TODAY).stream()
                .map(holding -> new Decision(holding.item(), holding.suggestion(), holding.ground()))
                .toList();
    }

    private static Content.Rows rows(Snapshot snapshot, ItemKey item) {
        return (Content.Rows) snapshot.content(item);
    }
}
