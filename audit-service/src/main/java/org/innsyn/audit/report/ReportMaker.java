package org.innsyn.audit.report;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.innsyn.audit.report.BundleWriter.Run;
import org.innsyn.audit.transparency.LogExtract;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.SealingKey;
import org.innsyn.platform.files.SealedFolder;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one report, whole or not at all. Whatever ends it on the way, it is begun anew. */
final class ReportMaker {

    /** The name of a bundle's key within its report. */
    static final String KEY = "bundle-key";

    /** Entries that were on their way at the period's end are in by then; a tree that is later still is taken where there is one. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

    private final ReportRows rows;
    private final BundleWriter bundles;
    private final LogExtract log;
    private final SealedFolder folder;
    private final VaultKeys keys;
    private final RandomSource random;
    private final TransactionTemplate transaction;
    private final Duration life;
    private final Clock clock;

    /** @param life how long a finished report can be fetched */
    ReportMaker(ReportRows rows, BundleWriter bundles, LogExtract log, SealedFolder folder, VaultKeys keys, RandomSource random,
            TransactionTemplate transaction, Duration life, Clock clock) {
        this.rows = rows;
        this.bundles = bundles;
        this.log = log;
        this.folder = folder;
        this.keys = keys;
        this.random = random;
        this.transaction = transaction;
        this.life = life;
        this.clock = clock;
    }

    /** @return false while the signed log does not cover the period yet */
    boolean make(ReportJob held) throws IOException {
        var run = run(held);
        if (run.isEmpty()) {
            return false;
        }
        long total = run.get().end() - run.get().first();
        rows.progress(held, 0, total);
        byte[] key = random.bytes(SealingKey.LENGTH);
        // Under a name of this hold's own: whoever lost theirs cannot overwrite the file that counts.
        var file = held.id() + "-" + held.claim() + ".report";
        var listed = new long[1];
        try {
            var kept = folder.keep(file, held.place(), key, out -> listed[0] = bundles.write(held, run.get(), Pseudonyms.under(key),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS), out, done -> rows.progress(held, done, total)));
            transaction.executeWithoutResult(t -> {
                var own = keys.forOwner(held.id(), VaultKeys.LIFELONG);
                rows.ready(held, file, own.id(), own.seal(held.id(), KEY, 1, key), listed[0], kept, clock.instant().plus(life));
            });
        } catch (RuntimeException | IOException e) {
            folder.remove(file);
            throw e;
        }
        folder.removeOthers(held.id().toString(), file);
        return true;
    }

    private Optional<Run> run(ReportJob job) {
        var end = log.end(job.to().plus(IN_FLIGHT)).or(() -> log.end(job.to()));
        if (end.isEmpty()) {
            log.want(job.to());
        }
        var checkpoint = log.newest().filter(each -> end.isPresent() && each.size() >= end.get());
        return checkpoint.map(each -> new Run(Math.min(log.begin(job.from()), end.get()), end.get(), each));
    }

    /** Ends a report whose time is over: its key, then its file. */
    void expire(ReportJob job) throws IOException {
        transaction.executeWithoutResult(t -> {
            keys.destroy(job.id());
            rows.expired(job);
        });
        folder.removeOthers(job.id().toString(), "");
    }
}
