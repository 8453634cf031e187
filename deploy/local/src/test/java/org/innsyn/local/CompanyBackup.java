package org.innsyn.local;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A backup of the demo company's whole database, made and put back by PostgreSQL itself while services are connected to it. */
final class CompanyBackup {

    private static final String DATABASE = "demo";
    private static final String BACKUP = "demo_backup";

    private final Installation house;

    CompanyBackup(Installation house) {
        this.house = house;
    }

    /** As it is now. */
    void take() throws IOException, SQLException {
        try (Connection admin = admin(); Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists " + BACKUP);
            // A database is copied while nobody is in it.
            statement.execute("alter database " + DATABASE + " allow_connections false");
            try {
                statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + DATABASE + "'");
                statement.execute("create database " + BACKUP + " template " + DATABASE);
            } finally {
                statement.execute("alter database " + DATABASE + " allow_connections true");
            }
        }
    }

    /** The database is lost, and is again what it was when the backup was taken; who may enter it is no part of a backup. */
    void restore() throws IOException, SQLException {
        try (Connection admin = admin(); Statement statement = admin.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE + " template " + BACKUP + " owner " + Databases.DEMO);
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + Databases.DEMO_CONNECTOR);
        }
    }

    private Connection admin() throws IOException, SQLException {
        String password = Files.readString(house.home().resolve("engines/postgresql/admin-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + house.ports().engines().postgres() + "/postgres", "postgres", password);
    }
}
