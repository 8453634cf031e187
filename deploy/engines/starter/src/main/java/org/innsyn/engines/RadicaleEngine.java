package org.innsyn.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Radicale for address books and calendars, reachable from this machine only. A service may do everything below everybody's principal
 * ({@code /NAME/}); the people themselves have no passwords here.
 */
public final class RadicaleEngine extends Engine {

    /** The service that may act for anybody. */
    public static final String SERVICE = "innsyn";

    private final int port;

    /**
     * @param home everything it keeps
     * @param port where it listens
     */
    public RadicaleEngine(Path home, int port) {
        super("Radicale", home, GuardedProcess.StopSignal.TERM);
        this.port = port;
    }

    /** Whether this machine has the program. */
    public static boolean isInstalled() {
        return Installed.find("radicale").isPresent();
    }

    /** Its root. */
    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** The service's password, made at the first start. */
    public String servicePassword() {
        return keep(home().resolve("service-password"), Passwords.random());
    }

    /** Lets somebody sign in with a password of their own until the next start; they reach what is theirs. */
    public void letIn(String account, String password) {
        append(home().resolve("users"), account + ":" + password + "\n");
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    void prepare() throws IOException {
        PrivateFile.write(home().resolve("users"), SERVICE + ":" + servicePassword() + "\n");
        PrivateFile.write(home().resolve("rights"), Template.fill("radicale-rights.conf", Map.of("service", SERVICE)));
        PrivateFile.write(configuration(), Template.fill("radicale.conf", Map.of("home", home(), "port", port)));
    }

    @Override
    List<String> command() {
        return Installed.unprivileged(List.of(
                Installed.program("Radicale", "radicale", "radicale", log()), "--config", configuration().toString()));
    }

    @Override
    boolean answers() {
        return Ports.isListening(port);
    }

    private Path configuration() {
        return home().resolve("radicale.conf");
    }
}
