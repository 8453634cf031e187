package org.innsyn.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.verifier.note.VerifierKey;

/** Starts a witness and stays until it is stopped. */
public final class Main {

    /** Held on to: a lock that nobody refers to is let go. */
    private static FileLock lock;

    private Main() {}

    /** Exit codes: 1 it cannot run, 2 it was asked wrongly. */
    public static void main(String... words) {
        if (List.of(words).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        // A slow or silent client must not hold a connection for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("jdk.httpserver.maxConnections", "64");
        try {
            run(Options.parse(words));
        } catch (IllegalArgumentException wrongUse) {
            System.err.println(wrongUse.getMessage());
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("The witness cannot run: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException {
        Path folder = options.folder().toAbsolutePath();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        lock(folder);
        CosigningKey key = CosigningKey.in(folder.resolve("key"), options.name());
        var byOrigin = new HashMap<String, KnownLog>();
        var byPath = new HashMap<String, KnownLog>();
        for (var keys : options.logs().stream().collect(Collectors.groupingBy(VerifierKey::name)).entrySet()) {
            var log = new KnownLog(keys.getValue(), key, folder, Clock.systemUTC());
            byOrigin.put(keys.getKey(), log);
            byPath.put("/" + KnownLog.hash(keys.getKey()) + "/checkpoint", log);
        }
        int port = new WitnessServer(byOrigin, byPath).start(new InetSocketAddress(options.address(), options.port()));
        System.out.println("witness key: " + key.verifierKey());
        System.out.println("for the log, a line in .innsyn/witnesses: " + key.verifierKey() + " http://" + options.address() + ":" + port + "/");
        System.out.flush();
    }

    /** Two processes on one folder could sign two stories. The lock ends with the process. */
    private static void lock(Path folder) throws IOException {
        lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        if (lock == null) {
            throw new IOException("another witness runs with " + folder);
        }
    }
}
