package org.innsyn.dsr.connector.sql;

import java.util.List;

/**
 * Describes where a database holds personal data and what may become of it.
 *
 * @param dataset its name; also the system's name and the connection's
 * @param title what people call it
 * @param object where its data stands in the access control table ("/customers")
 * @param tables the tables with personal data; each stands after the one it belongs to
 */
public record Dataset(String dataset, String title, String object, List<Table> tables) {

    /** @throws IllegalArgumentException when no table has that name */
    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Dataset " + dataset + " has no table " + name));
    }

    /** References from other tables to this one: records there keep its records from being removed. */
    List<Incoming> referencesTo(Table target) {
        return tables.stream()
                .flatMap(table -> table.allReferences().stream()
                        .filter(reference -> reference.table().equals(target.name()))
                        .map(reference -> new Incoming(table, reference.column())))
                .toList();
    }

    /** A column of another table that refers to a table's key. */
    record Incoming(Table from, String column) {}
}
