package org.innsyn.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One PostgreSQL server, reachable from this machine only and by password (SCRAM) only; every commit is on the disk
 * before it is acknowledged.
 */
public final class PostgresEngine extends Engine {

    private static final String ADMIN = "postgres";

    private final EnginesConfiguration configuration;

    PostgresEngine(EnginesConfiguration configuration) {
        super("PostgreSQL", configuration.home().resolve("postgresql"), GuardedProcess.StopSignal.INT);
        this.configuration = configuration;
    }

    /** JDBC address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(configuration.ports().postgres(), database);
    }

    /** The superuser's name; for making databases and roles, not for services. */
    public String adminUser() {
        return ADMIN;
    }

    /** The superuser's password, made at the first start and kept beside the data. */
    public String adminPassword() {
        return keep(home().resolve("admin-password"), Passwords.random());
    }

    @Override
    public String address() {
        return "127.0.0.1:" + configuration.ports().postgres();
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        if (Files.notExists(data())) {
            initialise();
        }
    }

    /** Into a folder of another name first: an interrupted initialisation must not look like a database. */
    private void initialise() throws IOException, InterruptedException {
        Path half = home().resolve("data.new");
        Folders.delete(half);
        adminPassword();
        List<String> initdb = unprivileged(List.of(
                binary("initdb"),
                "--pgdata=" + half,
                "--username=" + ADMIN,
                "--pwfile=" + home().resolve("admin-password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        int code = new ProcessBuilder(initdb)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("initdb ended with code " + code);
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(binary("postgres"), "-D", data().toString()));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return unprivileged(command);
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + configuration.ports().postgres(),
                "unix_socket_directories=",
                "max_connections=200",
                // Every page fetched again is checksummed again; the usual 128 MB does not hold the indexes of some hundred thousand entries.
                "shared_buffers=384MB",
                "max_wal_size=2GB",
                "timezone=UTC",
                "log_timezone=UTC",
                // Row contents and statements may hold personal data and have no place in a log.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_parameter_max_length_on_error=0");
    }

    @Override
    boolean answers() {
        if (!Ports.isListening(configuration.ports().postgres())) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), ADMIN, adminPassword())) {
            return connection.isValid(3);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own the process owns the same files but is nobody.
     */
    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> inNamespace = new ArrayList<>(List.of("unshare", "--user"));
        inNamespace.addAll(command);
        return inNamespace;
    }

    private String binary(String program) {
        try {
            return PostgresBinaries.in(configuration.postgresBinaries()).resolve("bin").resolve(program).toString();
        } catch (IOException problem) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked", problem);
        }
    }

    private Path data() {
        return home().resolve("data");
    }
}
