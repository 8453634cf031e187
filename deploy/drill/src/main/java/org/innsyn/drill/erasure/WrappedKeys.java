package org.innsyn.drill.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.bench.house.Database;
import org.innsyn.drill.scan.Needles;

/** The person's keys as they were wrapped, by the epoch key that wrapped them, and those epoch keys. */
final class WrappedKeys {

    private final Database database;
    private final Path folder;
    /** Needle name to bytes; the name begins with the epoch. */
    private final Map<String, byte[]> wrapped = new TreeMap<>();
    private final Map<String, String> epochKeys = new TreeMap<>();

    WrappedKeys(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Remembers them as they are now. */
    void remember(UUID owner) {
        database.query(row -> wrapped.put(row.getString(1) + " wrapped key " + row.getString(2), row.getBytes(3)),
                "select epoch_id, key_id::text, wrapped from vault_key where owner_id = ? and wrapped is not null", owner);
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.getFileName().toString().contains("epoch-")).toList()) {
                epochKeys.put(epoch(file), Files.readString(file).strip());
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String epoch(Path file) {
        return file.getFileName().toString().replaceAll(".*(epoch-\\d+).*", "$1");
    }

    int count() {
        return wrapped.size();
    }

    Needles wrapped() {
        var needles = new Needles();
        wrapped.forEach(needles::with);
        return needles;
    }

    /** Keys of epochs that are over. */
    Needles endedEpochKeys() {
        var needles = new Needles();
        epochKeys.forEach((epoch, key) -> {
            if (!isLive(epoch)) {
                needles.with("key of " + epoch, key);
                needles.with("key of " + epoch, java.util.Base64.getDecoder().decode(key));
            }
        });
        return needles;
    }

    long endedEpochs() {
        return epochKeys.keySet().stream().filter(epoch -> !isLive(epoch)).count();
    }

    /** Whether the key that wrapped a needle of this name is still there to unwrap it. */
    boolean opens(String needle) {
        return isLive(needle.substring(0, needle.indexOf(' ')));
    }

    private boolean isLive(String epoch) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> epoch(file).equals(epoch));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
