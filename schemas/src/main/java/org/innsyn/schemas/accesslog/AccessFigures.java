package org.innsyn.schemas.accesslog;

import java.time.LocalDate;
import java.util.List;
import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;

/**
 * How many accesses there were on each day of a period: figures without rows, so nobody's entry is shown by them.
 *
 * @param days every day of the period in order, days without an access too
 * @param series one per value of what was counted by, most accesses first
 * @param state how complete the figures are
 */
public record AccessFigures(List<LocalDate> days, List<Series> series, IndexState state) {

    /**
     * One value's accesses.
     *
     * @param value as it stands on the wire ("support.case", "staff")
     * @param counts one per day
     */
    public record Series(String value, List<Long> counts) {

        public long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
