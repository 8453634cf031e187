package org.innsyn.audit.recovery;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.engines.TestEngines;

/** A copy of the service's whole database, block by block, made and put back by PostgreSQL while the service is stopped. */
final class Backup {

    private final String database;
    private final String owner;
    private final String copy;

    private Backup(AuditHouse house, String name) {
        var url = house.testDatabase().url();
        this.database = url.substring(url.lastIndexOf('/') + 1);
        this.owner = house.testDatabase().user();
        this.copy = database + "_" + name;
    }

    static Backup of(AuditHouse house, String name) {
        var backup = new Backup(house, name);
        execute("create database \"%s\" template \"%s\" owner \"%s\"".formatted(backup.copy, backup.database, backup.owner));
        return backup;
    }

    /** May be put back again later. */
    void restore() {
        execute("drop database \"%s\" with (force)".formatted(database));
        execute("create database \"%s\" template \"%s\" owner \"%s\"".formatted(database, copy, owner));
    }

    private static void execute(String sql) {
        var postgres = TestEngines.shared().postgres();
        try (var admin = DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.adminUser(), postgres.adminPassword());
                var statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
