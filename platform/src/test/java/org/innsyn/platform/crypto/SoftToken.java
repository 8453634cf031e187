package org.innsyn.platform.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A fresh SoftHSM2 token. The library reads where tokens lie from SOFTHSM2_CONF once, when it is loaded, so all tokens of this JVM lie in one
 * folder, which the build names; it is made anew for every run.
 */
public final class SoftToken {

    public static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "3141";

    private SoftToken() {}

    /** @return the token; the test is skipped where there is no SoftHSM2 */
    public static synchronized Pkcs11Token shared() {
        Assumptions.assumeTrue(Files.exists(LIBRARY), "SoftHSM2 is not installed, so PKCS#11 is not tested (Debian: apt-get install softhsm2)");
        try {
            var configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            var tokens = configuration.resolveSibling("softhsm2-tokens-" + ProcessHandle.current().pid());
            if (!Files.exists(tokens)) {
                Files.createDirectories(tokens);
                Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
                run("softhsm2-util", "--init-token", "--free", "--label", "innsyn", "--so-pin", "2718", "--pin", PIN);
            }
            return new Pkcs11Token(LIBRARY, 0, PIN.toCharArray(), RandomSource.secure());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
