package org.innsyn.dsr.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.innsyn.dsr.connector.Account;
import org.innsyn.engines.TestEngines;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The demo company's description fits the demo company's tables. */
class DemoDatasetTest {

    private static final Path DEMO = Path.of(System.getProperty("innsyn.root", ".."), "deploy/demo-company/src/main/resources");

    @Test
    void every_described_table_and_column_exists() throws SQLException, IOException {
        var database = TestEngines.database("demo");
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(DEMO.resolve("org/innsyn/demo/company/schema.sql")));
        }
        var connector = new SqlConnector(new DatasetReader().read(DEMO.resolve("datasets/demo.yaml")), source, Clock.systemUTC());

        for (var right : Right.values()) {
            assertThat(connector.discover(new Account("nobody"), right, LocalDate.of(2026, 6, 10))).hasSize(7).allMatch(holding -> holding.found() == 0);
        }
    }
}
