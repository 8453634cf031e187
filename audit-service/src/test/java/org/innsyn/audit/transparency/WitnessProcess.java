package org.innsyn.audit.transparency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import org.innsyn.platform.crypto.NoteVerifierKey;

/** The witness people run, as they run it: another process, which shares no code with the log. */
final class WitnessProcess implements AutoCloseable {

    private final Process process;
    private final NoteVerifierKey key;
    private final URI address;

    WitnessProcess(Path folder, String logKey) throws IOException {
        var root = Path.of(System.getProperty("innsyn.root"));
        process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-cp", root.resolve("witness/target/classes") + ":" + root.resolve("verifier/target/classes"), "org.innsyn.witness.Main",
                "--dir", folder.toString(), "--log", logKey).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = process.inputReader();
        key = new NoteVerifierKey(out.readLine().substring("witness key: ".length()));
        var line = out.readLine();
        address = URI.create(line.substring(line.lastIndexOf(' ') + 1));
    }

    NoteVerifierKey key() {
        return key;
    }

    /** What asks it, anew as after a start of the service. */
    Cosigning asked(LogTables tables, MerkleTree tree, Clock clock) {
        return new Cosigning(new Witness(key, address, HttpClient.newHttpClient()), tables, tree, clock);
    }

    Cosigning asked(LogHouse log) {
        return asked(log.tables(), log.tree(), log.clock());
    }

    /** SIGKILL. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
