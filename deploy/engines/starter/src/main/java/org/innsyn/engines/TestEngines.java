package org.innsyn.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One set of real engines for all tests of a JVM.
 *
 * <p>Each is started by the first test that asks for it, on a free port, with its data in
 * {@code target/engines-<process id>}; all are stopped and the folder is deleted when the JVM ends.
 */
public final class TestEngines {

    private static final String FOLDER = "engines-";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Engines engines;
    private final DovecotEngine dovecot;
    private final RadicaleEngine radicale;
    private final MariaDbEngine mariaDb;

    private TestEngines(Engines engines, Path home) {
        this.engines = engines;
        EnginePorts ports = EnginePorts.free();
        this.dovecot = new DovecotEngine(home.resolve("dovecot"), ports.postgres(), ports.kafka());
        this.radicale = new RadicaleEngine(home.resolve("radicale"), ports.kafkaController());
        this.mariaDb = new MariaDbEngine(home.resolve("mariadb"), ports.elasticsearch());
    }

    /** The engines of this JVM; none runs before it is asked for. */
    public static TestEngines shared() {
        return Holder.SHARED;
    }

    /**
     * A new, empty database with an owner of its own who is no superuser.
     *
     * @param name how it is called in logs, lower-case letters; a number is added, so every call makes another one
     */
    public static TestDatabase database(String name) {
        PostgresEngine postgres = shared().postgres();
        String unique = name + "_" + DATABASES.incrementAndGet();
        String password = UUID.randomUUID().toString();
        try (Connection admin = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.adminUser(), postgres.adminPassword());
                Statement statement = admin.createStatement()) {
            statement.execute("create role \"%s\" login password '%s'".formatted(unique, password));
            statement.execute("create database \"%s\" owner \"%s\"".formatted(unique, unique));
        } catch (SQLException problem) {
            throw new IllegalStateException("the test database " + unique + " could not be made", problem);
        }
        return new TestDatabase(postgres.jdbcUrl(unique), unique, password);
    }

    /** The same on MariaDB. Needs the driver on the class path. */
    public static TestDatabase mariaDatabase(String name) {
        MariaDbEngine maria = shared().mariaDb();
        String unique = name + "_" + DATABASES.incrementAndGet();
        String password = UUID.randomUUID().toString();
        try (Connection admin = DriverManager.getConnection(maria.jdbcUrl(""), maria.adminUser(), maria.adminPassword());
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + unique);
            statement.execute("create user '%s'@'127.0.0.1' identified by '%s'".formatted(unique, password));
            statement.execute("grant all on %s.* to '%s'@'127.0.0.1'".formatted(unique, unique));
        } catch (SQLException problem) {
            throw new IllegalStateException("the test database " + unique + " could not be made", problem);
        }
        return new TestDatabase(maria.jdbcUrl(unique), unique, password);
    }

    /** PostgreSQL, running. */
    public PostgresEngine postgres() {
        engines.postgres().start();
        return engines.postgres();
    }

    /** Kafka, running; topics must be created before they are used. */
    public KafkaEngine kafka() {
        engines.kafka().start();
        return engines.kafka();
    }

    /** Elasticsearch, running. */
    public ElasticsearchEngine elasticsearch() {
        engines.elasticsearch().start();
        return engines.elasticsearch();
    }

    /** Dovecot, running; with TLS too. Needs the system's package. */
    public DovecotEngine dovecot() {
        dovecot.start();
        return dovecot;
    }

    /** Radicale, running. Needs the system's package. */
    public RadicaleEngine radicale() {
        radicale.start();
        return radicale;
    }

    /** MariaDB, running. Needs the system's package. */
    public MariaDbEngine mariaDb() {
        mariaDb.start();
        return mariaDb;
    }

    private void stop() {
        engines.close();
        Stream.of(dovecot, radicale, mariaDb).forEach(Engine::stop);
    }

    private static final class Holder {
        private static final TestEngines SHARED = open();

        private static TestEngines open() {
            Path target = Path.of("target").toAbsolutePath();
            deleteFoldersOfDeadProcesses(target);
            Path home = target.resolve(FOLDER + ProcessHandle.current().pid());
            Path checkout = Path.of(System.getProperty("innsyn.root", nearestCheckout()));
            Path binaries = checkout.resolve("deploy/engines/starter/target/postgresql");
            Engines engines = new Engines(new EnginesConfiguration(home, checkout, binaries, EnginePorts.free()));
            TestEngines shared = new TestEngines(engines, home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.stop();
                Folders.delete(home);
            }, "stop-test-engines"));
            return shared;
        }

        /** For a test started from an editor, which does not know the property. */
        private static String nearestCheckout() {
            Path folder = Path.of("").toAbsolutePath();
            while (folder.getParent() != null && Files.notExists(folder.resolve("deploy/engines"))) {
                folder = folder.getParent();
            }
            return folder.toString();
        }

        private static void deleteFoldersOfDeadProcesses(Path target) {
            if (Files.notExists(target)) {
                return;
            }
            try (Stream<Path> children = Files.list(target)) {
                children.filter(Holder::isOfDeadProcess).forEach(Folders::delete);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private static boolean isOfDeadProcess(Path folder) {
            String name = folder.getFileName().toString();
            return name.matches(FOLDER + "\\d+")
                    && ProcessHandle.of(Long.parseLong(name.substring(FOLDER.length()))).isEmpty();
        }
    }
}
