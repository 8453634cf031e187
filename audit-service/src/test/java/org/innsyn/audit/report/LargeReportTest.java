package org.innsyn.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;
import static org.innsyn.audit.report.Reports.check;
import static org.innsyn.audit.report.Reports.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.report.ReportState;
import org.junit.jupiter.api.Test;

/**
 * A report in bounded memory. Small here; {@code -Dinnsyn.report.entries=1000000 -Dsurefire.jvm="-Xmx512m ..."} makes it what it is for, and prints figures for
 * {@code docs/report-format.md}.
 */
class LargeReportTest {

    private static final int ENTRIES = Integer.getInteger("innsyn.report.entries", 2_000);
    private static final int BATCH = 1_000;
    private static final int PEOPLE = 200;
    /** What one more entry may keep in memory, times a page of them, with room for what the other parts of the service do meanwhile. */
    private static final long MOST_GROWTH_BYTES = 160L << 20;

    private final AuditHouse house = AuditHouse.shared();
    private final Reports reports = new Reports(house);
    private final String regulator = house.tokens().staff("regulator");

    @Test
    void very_many_entries_are_listed_and_checked_while_memory_stays_as_it_is() throws Exception {
        var people = IntStream.range(0, PEOPLE).mapToObj(i -> newAccount()).toList();
        var from = Instant.now();
        for (int done = 0; done < ENTRIES; done += BATCH) {
            house.report(IntStream.range(done, Math.min(done + BATCH, ENTRIES)).mapToObj(i -> supportReads(people.get(i % PEOPLE))).toArray(AccessEvent[]::new));
        }
        var recorded = Instant.now();
        long before = live();
        var peak = new long[1];
        var asked = reports.ask(regulator, request(from, recorded, "en", null));
        var ready = Awaitility.await().pollInterval(Duration.ofMillis(ENTRIES > 100_000 ? 2_000 : 200)).atMost(Duration.ofSeconds(90 + ENTRIES / 200)).until(() -> {
            peak[0] = Math.max(peak[0], live());
            return house.bean(ReportRows.class).find(asked.id()).orElseThrow();
        }, row -> row.state() == ReportState.READY || row.state() == ReportState.FAILED);
        var made = Instant.now();

        assertThat(ready.state()).isEqualTo(ReportState.READY);
        assertThat(ready.entries()).isEqualTo(ENTRIES);
        assertThat(peak[0] - before).as("bytes alive while it was made beyond those alive before").isLessThan(MOST_GROWTH_BYTES);
        var bundle = reports.download(regulator, asked.id());
        try {
            assertThat(lines(bundle)).isEqualTo(ENTRIES);
            assertThat(check(bundle.toString())).isZero();
            System.out.printf("Report of %,d entries: made in %d s, %,d bytes, heap at most %,d MiB (alive: %,d MiB before, %,d MiB at most), checked in %d s%n", ENTRIES,
                    Duration.between(recorded, made).toSeconds(), Files.size(bundle), Runtime.getRuntime().maxMemory() >> 20, before >> 20, peak[0] >> 20,
                    Duration.between(made, Instant.now()).toSeconds());
        } finally {
            Files.delete(bundle);
        }
    }

    /** Bytes that are alive: what a collection leaves. */
    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long lines(Path bundle) throws IOException {
        try (var zip = new ZipFile(bundle.toFile());
                var rows = new BufferedReader(new InputStreamReader(zip.getInputStream(zip.getEntry("accesses.jsonl")), StandardCharsets.UTF_8))) {
            return rows.lines().count();
        }
    }
}
