package org.innsyn.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("innsyn.root"));
    private static final Path BINARIES = Path.of("target/postgresql");

    @TempDir
    Path home;

    @Test
    void all_three_answer_and_stop_in_order() {
        try (Engines engines = Engines.start(configuration(), exit -> {})) {
            assertThat(engines.all()).allMatch(Engine::isAlive).allMatch(engine -> engine.pid().isPresent());
        }
    }

    @Test
    void data_is_there_after_a_killed_engine_was_started_again() throws Exception {
        List<EngineExit> exits = Collections.synchronizedList(new ArrayList<>());
        try (Engines engines = new Engines(configuration())) {
            PostgresEngine postgres = engines.postgres();
            postgres.onExit(exits::add);
            postgres.start();
            execute(postgres, "create table kept (id int); insert into kept values (7)");

            ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow().destroyForcibly();

            await().until(() -> exits.size() == 1);
            assertThat(exits.getFirst().engine()).isEqualTo("PostgreSQL");
            assertThat(postgres.isAlive()).isFalse();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                postgres.start();
                assertThat(postgres.isAlive()).isTrue();
            });
            execute(postgres, "delete from kept where id = 7");
        }
        assertThat(exits).as("an ordered stop is no exit").hasSize(1);
    }

    @Test
    void a_start_that_fails_names_the_log_to_read() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EnginePorts free = EnginePorts.free();
            EnginePorts ports = new EnginePorts(
                    taken.getLocalPort(), free.kafka(), free.kafkaController(), free.elasticsearch(), 0);
            PostgresEngine postgres = new Engines(configuration(ports)).postgres();

            assertThatThrownBy(postgres::start)
                    .isInstanceOf(EngineStartFailed.class)
                    .hasMessageContaining(postgres.log().toString())
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        PostgresEngine postgres = TestEngines.shared().postgres();

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.adminUser(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void every_test_database_is_empty_and_owned_by_an_ordinary_role() throws Exception {
        TestDatabase database = TestEngines.database("fresh");

        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.user(), database.password());
                var result = connection.createStatement().executeQuery("select usesuper from pg_user where usename = current_user")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getBoolean(1)).isFalse();
        }
        assertThat(TestEngines.database("fresh").url()).isNotEqualTo(database.url());
    }

    private EnginesConfiguration configuration() {
        return configuration(EnginePorts.free());
    }

    private EnginesConfiguration configuration(EnginePorts ports) {
        return new EnginesConfiguration(home, CHECKOUT, BINARIES, ports);
    }

    private static void execute(PostgresEngine postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.adminUser(), postgres.adminPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
