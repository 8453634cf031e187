package org.innsyn.dsr.connector.sql;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.dsr.connector.sql.Dataset.Incoming;
import org.innsyn.dsr.connector.sql.Table.Column;

/**
 * Writes statements from a dataset description. Identifiers come from the checked description alone and are quoted; everything that
 * comes from a person or a record is a parameter.
 */
final class Sql {

    private final Dataset dataset;
    private final String quote;

    Sql(Dataset dataset, String quote) {
        this.dataset = dataset;
        this.quote = quote;
    }

    /** No rows: only to learn the types of the columns that are compared or handed out. */
    String shape(Table table) {
        return "select " + columns(table) + ", " + name(table.key()) + ", " + name(table.foundBy()) + " from " + name(table.name()) + " where 1 = 0";
    }

    String keysOf(Table table, int parameters) {
        return "select " + name(table.key()) + " from " + found(table, table.foundBy(), parameters) + " order by 1";
    }

    String keys(Table table, String foundBy, int parameters) {
        return "select " + name(table.key()) + " from " + found(table, foundBy, parameters);
    }

    String lock(Table table, int parameters) {
        return "select " + name(table.key()) + " from " + found(table, table.key(), parameters) + " for update";
    }

    String count(Slice slice, String foundBy, int parameters) {
        return "select count(*) from " + found(slice.table(), foundBy, parameters) + within(slice);
    }

    String newest(Slice slice, String foundBy, int parameters) {
        return "select max(" + name(slice.table().erasure().keep().column()) + ") from " + found(slice.table(), foundBy, parameters) + within(slice);
    }

    String rows(Table table, int parameters) {
        return "select " + columns(table) + " from " + found(table, table.foundBy(), parameters) + " order by " + name(table.key());
    }

    String delete(Slice slice, String foundBy, int parameters) {
        return "delete from " + found(slice.table(), foundBy, parameters) + within(slice) + unreferenced(slice.table());
    }

    /** Records that nothing refers to: after a deletion there must be none. */
    String countUnreferenced(Slice slice, String foundBy, int parameters) {
        return count(slice, foundBy, parameters) + unreferenced(slice.table());
    }

    String mask(Slice slice, String foundBy, int parameters) {
        String sets = slice.table().masked().stream()
                .map(column -> name(column.name()) + " = " + maskOf(slice.table(), column))
                .collect(Collectors.joining(", "));
        return "update " + name(slice.table().name()) + " set " + sets + " where " + in(foundBy, parameters) + within(slice);
    }

    String countUnmasked(Slice slice, String foundBy, int parameters) {
        String unmasked = slice.table().masked().stream()
                .map(column -> isNotMasked(slice.table(), column))
                .collect(Collectors.joining(" or "));
        return count(slice, foundBy, parameters) + " and (" + unmasked + ")";
    }

    /** Marks records as such that may only be kept. */
    String restrict(Slice slice, String foundBy, int parameters) {
        return "update " + name(slice.table().name()) + " set " + name(slice.table().restriction().column()) + " = true where " + in(foundBy, parameters) + within(slice);
    }

    /** Takes the mark away again. */
    String lift(Slice slice, String foundBy, int parameters) {
        return "update " + name(slice.table().name()) + " set " + name(slice.table().restriction().column()) + " = false where " + in(foundBy, parameters) + within(slice);
    }

    String countRestricted(Slice slice, String foundBy, int parameters) {
        return count(slice, foundBy, parameters) + " and " + name(slice.table().restriction().column()) + " = true";
    }

    String countUnrestricted(Slice slice, String foundBy, int parameters) {
        String mark = name(slice.table().restriction().column());
        return count(slice, foundBy, parameters) + " and (" + mark + " is null or " + mark + " = false)";
    }

    /** Has columns say something else; first come the values in the order of the columns. */
    String correct(Table table, List<String> columns, String foundBy, int parameters) {
        return "update " + name(table.name()) + " set " + equalities(columns, ", ") + " where " + in(foundBy, parameters);
    }

    /** What the columns say. */
    String values(Table table, List<String> columns, String foundBy, int parameters) {
        return "select " + columns.stream().map(this::name).collect(Collectors.joining(", ")) + " from " + found(table, foundBy, parameters);
    }

    /** What the columns say, of records in which all of them say what is given, as the database compares; first come the values. */
    String saying(Table table, List<String> columns, String foundBy, int parameters) {
        return "select " + columns.stream().map(this::name).collect(Collectors.joining(", ")) + " from " + name(table.name()) + " where " + equalities(columns, " and ")
                + " and " + in(foundBy, parameters);
    }

    private String equalities(List<String> columns, String between) {
        return columns.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(between));
    }

    private String maskOf(Table table, Column column) {
        return switch (column.stub()) {
            case MASK -> "'removed'";
            case MASK_UNIQUE -> "concat('removed-', " + name(table.key()) + ")";
            case NULL -> "null";
            case null -> throw new IllegalArgumentException(column.name() + " is not masked");
        };
    }

    private String isNotMasked(Table table, Column column) {
        return column.stub() == Table.Stub.NULL
                ? name(column.name()) + " is not null"
                : name(column.name()) + " is null or " + name(column.name()) + " <> " + maskOf(table, column);
    }

    private String unreferenced(Table table) {
        return dataset.referencesTo(table).stream().map(incoming -> notReferredBy(table, incoming)).collect(Collectors.joining());
    }

    private String notReferredBy(Table table, Incoming incoming) {
        return " and not exists (select 1 from " + name(incoming.from().name()) + " r where r." + name(incoming.column()) + " = "
                + name(table.name()) + "." + name(table.key()) + ")";
    }

    private String within(Slice slice) {
        return switch (slice.part()) {
            case ALL -> "";
            case COVERED -> " and (" + date(slice) + " >= ? or " + date(slice) + " is null)";
            case PAST -> " and " + date(slice) + " < ?";
        };
    }

    private String date(Slice slice) {
        return name(slice.table().erasure().keep().column());
    }

    private String found(Table table, String by, int parameters) {
        return name(table.name()) + " where " + in(by, parameters);
    }

    private String in(String column, int parameters) {
        return name(column) + " in (" + String.join(", ", Collections.nCopies(parameters, "?")) + ")";
    }

    private String columns(Table table) {
        return table.columns().stream().map(column -> name(column.name())).collect(Collectors.joining(", "));
    }

    private String name(String identifier) {
        if (!identifier.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not an identifier of a dataset description");
        }
        return quote + identifier + quote;
    }
}
