package org.innsyn.audit.transparency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.innsyn.audit.journal.Disk;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.StoreJournal;
import org.innsyn.audit.recovery.StoreOpening;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.verifier.encoding.Utf8;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A log alone: the real one in a fresh database, without the rest of the service, and with a clock that is moved by hand. */
final class LogHouse {

    static final String ORIGIN = "innsyn.example/test-log";

    private final TestDatabase database = TestEngines.database("log");
    private final Path folder;
    private final RandomSource random = RandomSource.secure();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogTables tables;
    private final MerkleTree tree;
    private final LogKeys keys;
    private final Checkpoints checkpoints;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** @param folder where its key is, and its journal in a folder below */
    LogHouse(Path folder) {
        this(folder, Disk.real());
    }

    LogHouse(Path folder, Disk disk) {
        this(folder, folder.resolve("journal"), disk);
    }

    /** Another log with the same key, that knows nothing of what that one signed: whoever opens one wants to deceive, or lost the journal. */
    LogHouse(Path folder, Path journal) {
        this(folder, journal, Disk.real());
    }

    private LogHouse(Path folder, Path journalFolder, Disk disk) {
        this.folder = folder;
        var source = source(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).schemas("audit").defaultSchema("audit").outOfOrder(true)
                .locations("classpath:db/platform", "classpath:db/audit").load().migrate();
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        tables = new LogTables(jdbc);
        tree = new MerkleTree(tables);
        var journal = new Journal(journalFolder, disk);
        new StoreOpening(jdbc, journal, ORIGIN, random, clock).open();
        var origin = new LogOrigins(jdbc).current();
        keys = new LogKeys(jdbc, transaction, new KeyFolder(folder, random), origin, clock);
        checkpoints = new Checkpoints(tables, tree, keys, new StoreJournal(journal, jdbc), origin, clock);
    }

    static DriverManagerDataSource source(String url, String user, String password) {
        return new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=audit", user, password);
    }

    /** Adds entries of nobody and publishes a checkpoint. */
    LogHouse grow(int by) {
        transaction.executeWithoutResult(status -> {
            long size = tables.lockSize();
            tables.append(size, IntStream.range(0, by).mapToObj(i -> new LogTables.Leaf(random.randomId(), new LedgerId(random.randomId()), random.bytes(32))).toList());
            tables.completeLevels(size, size + by);
        });
        checkpoints.publish();
        return this;
    }

    void tick() {
        checkpoints.publish();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String note() {
        return tables.newest().orElseThrow().note();
    }

    Clock clock() {
        return clock;
    }

    LogTables tables() {
        return tables;
    }

    MerkleTree tree() {
        return tree;
    }

    LogKeys keys() {
        return keys;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    TestDatabase database() {
        return database;
    }

    PublishedCheckpoints published(int quorum, Duration patience) {
        return new PublishedCheckpoints(tables, quorum, patience, clock);
    }

    /** What the controller serves, in a folder: the log as a stranger would copy it. */
    String copyTo(Path copy) throws IOException {
        var controller = new LogController(tables, published(0, Duration.ZERO), keys);
        long size = tables.newest().orElseThrow().size();
        write(copy.resolve("checkpoint"), controller.checkpoint().getBody());
        write(copy.resolve("key"), Utf8.encode(controller.key()));
        for (int level = 0; size > 0; level++, size /= 256) {
            for (long tile = 0; tile * 256 < size; tile++) {
                long width = Math.min(256, size - tile * 256);
                String place = "%03d".formatted(tile) + (width == 256 ? "" : ".p/" + width);
                write(copy.resolve("tile/" + level + "/" + place), controller.tile(level, "/" + place).getBody());
                if (level == 0) {
                    write(copy.resolve("tile/entries/" + place), controller.entries("/" + place).getBody());
                }
            }
        }
        return copy.toString();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
