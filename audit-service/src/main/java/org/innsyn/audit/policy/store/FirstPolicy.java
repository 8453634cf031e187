package org.innsyn.audit.policy.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.innsyn.audit.policy.csv.StaffCsv;
import org.innsyn.audit.policy.csv.TableCsv;
import org.innsyn.audit.policy.csv.UnreadableCsv;
import org.jspecify.annotations.Nullable;

/** The policy an installation begins with. Once something was published, the files are not looked at again. */
final class FirstPolicy {

    private final NewestPolicy newest;
    private final Publisher publisher;

    FirstPolicy(NewestPolicy newest, Publisher publisher) {
        this.newest = newest;
        this.publisher = publisher;
    }

    /** The table holds for accesses of any time, so that what happened before the first start can be reported, too. */
    void publish(@Nullable Path table, @Nullable Path staff, ZoneId zone) {
        if (staff != null && newest.now().state().directory() == 0) {
            publisher.publishFirstDirectory(read(staff, csv -> StaffCsv.read(csv, zone)));
        }
        if (table != null && newest.now().state().table() == 0) {
            publisher.publishFirstTable(read(table, TableCsv::read), Instant.EPOCH);
        }
    }

    private static <T> T read(Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the policy cannot be read from " + file, e);
        } catch (UnreadableCsv e) {
            throw new IllegalStateException("the policy cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
