package org.innsyn.schemas.report;

import java.util.List;

/**
 * What of a period a report lists. Within a list any value will do, and every list must be met; an empty list means everything.
 *
 * @param units the actors' units, as reported
 * @param purposes codes
 * @param sources the reporting applications
 * @param categories data categories; an entry is listed when it has one of them
 */
public record ReportScope(List<String> units, List<String> purposes, List<String> sources, List<String> categories) {

    /** The most values of one list. */
    public static final int MAX_VALUES = 50;

    /** The whole company. */
    public static final ReportScope EVERYTHING = new ReportScope(List.of(), List.of(), List.of(), List.of());

    /** Absent lists are empty ones. */
    public ReportScope {
        units = units == null ? List.of() : List.copyOf(units);
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
        sources = sources == null ? List.of() : List.copyOf(sources);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
