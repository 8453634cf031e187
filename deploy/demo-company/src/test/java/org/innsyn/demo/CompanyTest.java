package org.innsyn.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.innsyn.capture.Capture;
import org.innsyn.capture.CaptureSettings;
import org.innsyn.capture.NotCaptured;
import org.innsyn.demo.company.CompanyDatabase;
import org.innsyn.demo.desk.Desk;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private DemoConfiguration configuration;

    @BeforeEach
    void company() throws SQLException {
        TestDatabase database = TestEngines.database("company");
        configuration = new DemoConfiguration(
                database.url(), database.user(), database.password(), "", URI.create("http://localhost:9"),
                URI.create("http://localhost:9"), "", "", Path.of("target"));
        open();
    }

    @Test
    void a_thousand_customers_have_what_customers_have() throws SQLException {
        assertThat(count("select count(*) from customers")).isEqualTo(1_000);
        assertThat(count("select count(*) from subscriptions")).isEqualTo(1_000);
        assertThat(count("select count(*) from invoices")).isBetween(5_000L, 25_000L);
        assertThat(count("select count(*) from support_messages")).isGreaterThan(500);
        assertThat(count("select count(*) from invoices where fiscal_year <> extract(year from issued_on)")).isZero();
    }

    @Test
    void opening_the_company_again_changes_nothing() throws SQLException {
        long before = count("select sum(hashtext(c::text)) from customers c");
        open();

        assertThat(count("select sum(hashtext(c::text)) from customers c")).isEqualTo(before);
    }

    @Test
    void the_same_seed_makes_the_same_customers() throws SQLException {
        long here = count("select sum(hashtext(name || email || phone)) from customers");
        company();

        assertThat(count("select sum(hashtext(name || email || phone)) from customers")).isEqualTo(here);
    }

    @Test
    void every_access_made_is_noted_to_be_reported_and_numbered_without_gaps() throws SQLException {
        Desk desk;
        long captured;
        try (Connection connection = configuration.connect(); Capture capture = capture()) {
            desk = new Desk(new Random(1), CLOCK, capture);
            for (int i = 0; i < 400; i++) {
                desk.work(connection);
            }
            captured = capture.state().waiting();
        }

        assertThat(count("select count(*) from access_outbox") + captured).isEqualTo(desk.made()).isGreaterThan(350);
        assertThat(count("select sum(last) from access_sequence")).isEqualTo(desk.made() - captured);
        assertThat(count("select count(distinct event::json -> 'data' ->> 'sequence') from access_outbox where source like '%billing'"))
                .isEqualTo(count("select last from access_sequence where source like '%billing'"));
        assertThat(captured).isGreaterThan(desk.made() / 2);
    }

    @Test
    void work_that_fails_leaves_neither_a_change_nor_a_report() throws SQLException {
        long before = count("select count(*) from access_outbox");
        try (Connection connection = configuration.connect();
                var statement = connection.createStatement()) {
            statement.execute("update customers set city = 'nowhere'");
            // The connection closes without a commit, as it does when the server goes away.
        }
        assertThat(count("select count(*) from customers where city = 'nowhere'")).isZero();
        assertThat(count("select count(*) from access_outbox")).isEqualTo(before);
    }

    @Test
    void what_the_desk_cannot_capture_it_neither_shows_nor_changes() throws SQLException {
        Capture capture = capture();
        capture.close();
        String fingerprint = "select sum(hashtext(c::text)::bigint) + (select count(*) from support_messages) + (select sum(hashtext(d::text)::bigint) from domains d) from customers c";
        long before = count(fingerprint);
        int refused = 0;
        Desk desk = new Desk(new Random(3), CLOCK, capture);
        for (int i = 0; i < 200; i++) {
            try (Connection connection = configuration.connect()) {
                desk.work(connection);
            } catch (NotCaptured nothingHandedOut) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
        assertThat(desk.made()).as("billing goes on: its note is a row").isEqualTo(count("select count(*) from access_outbox"));
        assertThat(count(fingerprint)).isEqualTo(before);
    }

    /** With a service that is not there. */
    private Capture capture() {
        return Capture.open(CaptureSettings.of(Desk.source(), URI.create("http://localhost:9"), () -> "token", folder.resolve("spool")));
    }

    private void open() throws SQLException {
        try (Connection connection = configuration.connect()) {
            new CompanyDatabase(connection, CLOCK).createIfMissing();
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = configuration.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
