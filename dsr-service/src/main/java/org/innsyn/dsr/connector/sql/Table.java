package org.innsyn.dsr.connector.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.innsyn.schemas.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A table with personal data. Its records are the person's either because a column names the account, or because they belong to a
 * record of another table that is.
 *
 * @param name its name in the database
 * @param title what people call its content
 * @param category the data category, in the vocabulary of the access control table
 * @param basis the legal basis it is held on (GDPR Art. 6(1)), told to the person; absent: nothing is told
 * @param key the column that names a record
 * @param identity the column that holds the account, for a table that is found by itself
 * @param belongsTo the reference that ties it to the person, for every other table
 * @param references further references, for the order in which records can be removed
 * @param columns what is handed out, in order
 * @param erasure what becomes of it when the person asks for erasure
 * @param restriction how a record is marked as one that may only be kept; null when the table has no such mark
 */
public record Table(
        String name,
        String title,
        String category,
        @Nullable String basis,
        String key,
        @Nullable String identity,
        @Nullable Reference belongsTo,
        @Nullable List<Reference> references,
        List<Column> columns,
        Erasure erasure,
        @Nullable Restriction restriction) {

    List<Reference> allReferences() {
        return Stream.concat(Stream.ofNullable(belongsTo), references == null ? Stream.empty() : references.stream()).toList();
    }

    List<Column> masked() {
        return columns.stream().filter(column -> column.stub() != null).toList();
    }

    /** Names of the columns that may be corrected. */
    List<String> rectifiable() {
        return columns.stream().filter(column -> Boolean.TRUE.equals(column.rectifiable())).map(Column::name).toList();
    }

    /** The column by which the person's records are found. */
    String foundBy() {
        return belongsTo != null ? belongsTo.column() : identity();
    }

    /** A boolean column that is true for a record that may only be kept (GDPR Art. 18). */
    public record Restriction(String column) {}

    /** A column that holds the key of a record of another table. */
    public record Reference(String column, String table) {}

    /**
     * One column.
     *
     * @param name its name in the database
     * @param stub what becomes of it when the record must stay because kept records refer to it; absent: it stays as it is
     * @param rectifiable whether it may be corrected by this service (GDPR Art. 16); absent: people do that
     */
    public record Column(String name, @Nullable Stub stub, @Nullable Boolean rectifiable) {}

    /** How a column of a record that must stay is made to say nothing. */
    public enum Stub {
        /** A fixed text. */
        MASK,
        /** A fixed text and the record's key, for columns whose values must differ. */
        MASK_UNIQUE,
        /** Nothing. */
        NULL
    }

    /**
     * What becomes of the table's records.
     *
     * @param outcome erase or keep, unless a case-handler proposes otherwise where that is allowed
     * @param ground for keep: why
     * @param keep for keep: how long
     */
    public record Erasure(Outcome outcome, @Nullable String ground, @Nullable Retention keep) {

        Optional<Retention> retention() {
            return Optional.ofNullable(keep);
        }
    }

    /**
     * A retention period counted from the end of the fiscal year, which is the calendar year.
     *
     * @param column the date that decides the year
     * @param yearsAfterFiscalYear how many years after that year's end
     */
    public record Retention(String column, int yearsAfterFiscalYear) {

        /** Records dated before this day are no longer covered today. */
        LocalDate coveredFrom(LocalDate today) {
            return LocalDate.of(today.getYear() - yearsAfterFiscalYear, 1, 1);
        }

        /** The last day a record of this date is covered. */
        LocalDate until(LocalDate date) {
            return LocalDate.of(date.getYear() + yearsAfterFiscalYear, 12, 31);
        }
    }
}
