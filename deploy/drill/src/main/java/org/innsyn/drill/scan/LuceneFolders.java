package org.innsyn.drill.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Elasticsearch's shards, decoded by its own libraries in a process of their own, deleted documents too. */
public final class LuceneFolders {

    private static final String PROGRAM = "org.innsyn.engines.elasticsearch.SegmentText";

    private LuceneFolders() {}

    /**
     * @param checkout the root of the build, below which the engine's libraries are
     * @param data the node's data folder
     */
    public static Place in(Path checkout, Path data) {
        return new Place("Elasticsearch segments", List.of(data), file -> file.getFileName().toString().startsWith("segments_"), (commit, needles, found) -> decode(checkout, commit.getParent(), needles, found));
    }

    private static void decode(Path checkout, Path shard, Needles needles, Found found) throws IOException {
        var engine = checkout.resolve("deploy/engines/elasticsearch/target").toAbsolutePath();
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", engine + "/classes:" + engine + "/lib/*", PROGRAM, shard.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var text = process.getInputStream()) {
            needles.search(text, found);
            if (process.waitFor() != 0) {
                throw new IOException("the shard " + shard + " could not be decoded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
