package org.innsyn.dsr.manual;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.manual.ManualWork.Upload;
import org.innsyn.dsr.request.Rejected;
import org.innsyn.dsr.request.Rejected.Reason;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealingKey;
import org.innsyn.platform.files.SealedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people uploaded: sealed files named by numbers, each under a key of its own that lies, with what the file is called, in the vault. */
@Component
class ManualFiles {

    static final int MOST = 50;

    private static final Logger log = LoggerFactory.getLogger(ManualFiles.class);

    private final SealedFolder folder;
    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final RandomSource random;
    private final Clock clock;

    ManualFiles(@Value("${innsyn.exports.directory}") Path exports, JdbcTemplate jdbc, RequestVault vault, RandomSource random, Clock clock) {
        this.folder = new SealedFolder(exports.resolve("collected"));
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** In the caller's transaction; a file of a transaction that fails is noise without its key. */
    void add(ManualTask task, String name, byte[] content) {
        if (task.files() >= MOST) {
            throw new Rejected(Reason.INVALID, "A task has at most " + MOST + " files: put several into one archive. Nothing was changed.");
        }
        int number = task.files();
        byte[] key = random.bytes(SealingKey.LENGTH);
        try {
            var kept = folder.keep(file(task.id(), number), place(task.id(), number), key, out -> new ByteArrayInputStream(content).transferTo(out));
            vault.put(task.request(), key(task.id(), number), key);
            vault.put(task.request(), name(task.id(), number), name);
            jdbc.update("insert into manual_file (task_id, number, size_bytes, sha256, added_at) values (?, ?, ?, ?, ?)",
                    task.id(), number, kept.sizeBytes(), kept.sha256(), Timestamp.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be kept", e);
        }
    }

    List<Upload> of(ManualTask task) {
        return jdbc.queryForList("select number from manual_file where task_id = ? order by number", Integer.class, task.id()).stream()
                .map(number -> (Upload) new Kept(task, number))
                .toList();
    }

    /** Forgets a request's files, in the caller's transaction: without their keys they are noise, also where removing one fails. */
    void forget(RequestId request) {
        jdbc.query("select task_id, number from manual_file join manual_task using (task_id) where request_id = ?", row -> {
            var task = row.getObject(1, UUID.class);
            int number = row.getInt(2);
            vault.remove(request, key(task, number));
            vault.remove(request, name(task, number));
            try {
                folder.remove(file(task, number));
            } catch (IOException e) {
                log.warn("a sealed file whose key is gone could not be removed: {}", e.getClass().getSimpleName());
            }
        }, request.value());
    }

    private static Field key(UUID task, int number) {
        return new Field("file-key/" + task + "/" + number);
    }

    private static Field name(UUID task, int number) {
        return new Field("file-name/" + task + "/" + number);
    }

    private static String file(UUID task, int number) {
        return task + "-" + number + ".file";
    }

    private static String place(UUID task, int number) {
        return "file " + number + " of task " + task;
    }

    private final class Kept implements Upload {

        private final ManualTask task;
        private final int number;

        Kept(ManualTask task, int number) {
            this.task = task;
            this.number = number;
        }

        @Override
        public String name() {
            return vault.text(task.request(), ManualFiles.name(task.id(), number)).orElse("file");
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            byte[] key = vault.bytes(task.request(), ManualFiles.key(task.id(), number))
                    .orElseThrow(() -> new SystemUnavailable("What was collected in " + task.system() + " is erased. No copy was made."));
            try (var in = folder.open(file(task.id(), number), place(task.id(), number), key)) {
                in.transferTo(out);
            }
        }
    }
}
