package org.innsyn.drill.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.innsyn.bench.house.AuditService;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.VerifierKey;

/** Keeps every checkpoint it sees, as anybody on the network could: what was published once must hold for ever. */
public final class Published implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final List<URI> logs;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private final TreeMap<Long, Checkpoint> seen = new TreeMap<>();
    private final VerifierKey key;
    private final Thread thread = new Thread(this::watch, "checkpoints");
    private String twoStories = "";

    /** @param services processes that publish one and the same log */
    public Published(List<AuditService> services) throws InterruptedException, IOException {
        this.logs = services.stream().map(each -> each.address("/log/")).toList();
        this.key = VerifierKey.parse(get(logs.getFirst().resolve("key")).body().strip());
        thread.setDaemon(true);
        thread.start();
    }

    /** The key the log had at first; it signs everything that is ever published. */
    public VerifierKey key() {
        return key;
    }

    /** The roots that were published, by the size they were published for. */
    public synchronized Map<Long, Checkpoint> seen() {
        return new TreeMap<>(seen);
    }

    /** A sentence when two roots were published for one size; empty otherwise. */
    public synchronized String twoStories() {
        return twoStories;
    }

    private void watch() {
        try {
            for (int turn = 0; ; turn++) {
                look(logs.get(turn % logs.size()));
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(URI log) throws InterruptedException {
        try {
            var answer = get(log.resolve("checkpoint"));
            if (answer.statusCode() == 200) {
                var note = SignedNote.parse(answer.body());
                Checkpoint.signer(note, List.of(key));
                remember(Checkpoint.parse(note.text()));
            }
        } catch (IOException killed) {
            // looked at again
        }
    }

    private synchronized void remember(Checkpoint checkpoint) {
        var before = seen.putIfAbsent(checkpoint.size(), checkpoint);
        if (before != null && !before.root().equals(checkpoint.root())) {
            twoStories = "Two roots were published for %,d entries.".formatted(checkpoint.size());
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        http.shutdownNow();
    }
}
