package org.innsyn.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** One MariaDB, reachable from this machine only; every commit is on the disk before it is acknowledged. */
public final class MariaDbEngine extends Engine {

    private static final String ADMIN = "innsyn_admin";

    private final int port;

    /**
     * @param home everything it keeps
     * @param port where it listens
     */
    public MariaDbEngine(Path home, int port) {
        super("MariaDB", home, GuardedProcess.StopSignal.TERM);
        this.port = port;
    }

    /** Whether this machine has the program. */
    public static boolean isInstalled() {
        return Installed.find("mariadbd").isPresent();
    }

    /** JDBC address of a database of this server; empty for none. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Who may make databases. */
    public String adminUser() {
        return ADMIN;
    }

    /** The password of {@link #adminUser()}, made at the first start. */
    public String adminPassword() {
        return keep(home().resolve("admin-password"), Passwords.random());
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        PrivateFile.write(home().resolve("init.sql"),
                "create user if not exists '%s'@'127.0.0.1' identified by '%s';%ngrant all on *.* to '%1$s'@'127.0.0.1' with grant option;%n"
                        .formatted(ADMIN, adminPassword()));
        write("data");
        if (Files.notExists(home().resolve("data"))) {
            initialise();
        }
    }

    /** Into a folder of another name first: an interrupted initialisation must not look like a database. */
    private void initialise() throws IOException, InterruptedException {
        Path half = home().resolve("data.new");
        Folders.delete(half);
        write("data.new");
        Installed.run(Installed.unprivileged(List.of(
                Installed.program("MariaDB", "mariadb-install-db", "mariadb-server", log()), "--defaults-file=" + configuration(),
                "--auth-root-authentication-method=normal", "--skip-test-db")), log());
        write("data");
        Files.move(half, home().resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(String data) throws IOException {
        PrivateFile.write(configuration(), Template.fill("mariadb.conf", Map.of("home", home(), "data", data, "port", port)));
    }

    @Override
    List<String> command() {
        return Installed.unprivileged(List.of(Installed.program("MariaDB", "mariadbd", "mariadb-server", log()),
                "--defaults-file=" + configuration(), "--init-file=" + home().resolve("init.sql")));
    }

    @Override
    boolean answers() {
        return Ports.isListening(port);
    }

    private Path configuration() {
        return home().resolve("mariadb.conf");
    }
}
