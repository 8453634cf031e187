package org.innsyn.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * One Dovecot, reachable from this machine only. Every name has a mailbox, made when it is first used; the one who signs in is a service
 * that acts as its owner (RFC 4616: authorization identity).
 */
public final class DovecotEngine extends Engine {

    /** The service that may act as anybody. */
    public static final String SERVICE = "innsyn";

    private static final int LONGEST_RUN = 75;

    private final int imap;
    private final int imaps;

    /**
     * @param home everything it keeps
     * @param imap port without TLS
     * @param imaps port with TLS and a certificate of its own making; 0 for none
     */
    public DovecotEngine(Path home, int imap, int imaps) {
        super("Dovecot", home, GuardedProcess.StopSignal.TERM);
        this.imap = imap;
        this.imaps = imaps;
    }

    /** Whether this machine has the program. */
    public static boolean isInstalled() {
        return Installed.find("dovecot").isPresent();
    }

    /** Where it listens without TLS. */
    public int port() {
        return imap;
    }

    /** Where it listens with TLS. */
    public int tlsPort() {
        return imaps;
    }

    /** The service's password, made at the first start. */
    public String servicePassword() {
        return keep(home().resolve("service-password"), Passwords.random());
    }

    /**
     * Lets somebody sign in with a password of their own until the next start; everybody has a mailbox, whether they can sign in or not. Returns
     * when they can: Dovecot looks once a second, at the most, whether the file has changed.
     */
    public void letIn(String account, String password) {
        append(home().resolve("users"), account + ":{PLAIN}" + password + "\n");
        long looksAgain = (System.currentTimeMillis() / 1_000 + 1) * 1_000 + 20;
        while (System.currentTimeMillis() < looksAgain) {
            LockSupport.parkUntil(looksAgain);
        }
    }

    /** The certificate (PEM) for localhost, signed by itself. */
    public Path certificate() {
        return home().resolve("certificate.pem");
    }

    @Override
    public String address() {
        return "127.0.0.1:" + imap;
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        if (imaps != 0 && Files.notExists(certificate())) {
            makeCertificate();
        }
        PrivateFile.write(home().resolve("services"), SERVICE + ":{PLAIN}" + servicePassword() + "\n");
        PrivateFile.write(home().resolve("users"), "");
        String tls = imaps == 0 ? "ssl = no" : "ssl = yes\nssl_cert = <%s\nssl_key = <%s\nssl_min_protocol = TLSv1.2".formatted(certificate(), key());
        PrivateFile.write(configuration(), Template.fill("dovecot.conf", Map.of(
                "home", home(), "run", run(), "user", Installed.user(), "group", Installed.group(), "imap", imap, "imaps", imaps, "tls", tls)));
    }

    private void makeCertificate() throws IOException, InterruptedException {
        PrivateFile.write(key(), "");
        Installed.run(List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key().toString(),
                "-out", certificate().toString()), log());
    }

    @Override
    List<String> command() {
        return Installed.unprivileged(List.of(
                Installed.program("Dovecot", "dovecot", "dovecot-imapd", log()), "-F", "-c", configuration().toString()));
    }

    @Override
    boolean answers() {
        return Ports.isListening(imap);
    }

    /** Where its sockets are: below the home, unless their paths would be longer than a socket's may be (108 bytes). */
    private Path run() throws IOException {
        Path own = home().resolve("run");
        if (own.toString().length() <= LONGEST_RUN) {
            return own;
        }
        Path kept = Path.of(keep(home().resolve("run-folder"), Files.createTempDirectory(Path.of("/tmp"), "dovecot-").toString()));
        return Files.createDirectories(kept);
    }

    private Path configuration() {
        return home().resolve("dovecot.conf");
    }

    private Path key() {
        return home().resolve("key.pem");
    }
}
