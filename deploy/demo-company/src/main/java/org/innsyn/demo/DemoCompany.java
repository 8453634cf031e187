package org.innsyn.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.innsyn.demo.company.CompanyDatabase;
import org.innsyn.demo.company.Introduction;
import org.innsyn.demo.report.AuditService;

/** What the launcher asks of the company at a start; both do nothing the second time. */
public final class DemoCompany {

    private DemoCompany() {}

    /** Makes tables and customers. {@code arguments[0]} is the properties file. */
    public static void prepare(String... arguments) throws SQLException {
        try (Connection connection = configuration(arguments).connect()) {
            new CompanyDatabase(connection, Clock.systemUTC()).createIfMissing();
        }
    }

    /** Tells Innsyn which identifiers are verified for which account. {@code arguments[0]} is the properties file. */
    public static void introduce(String... arguments) throws SQLException, InterruptedException {
        DemoConfiguration configuration = configuration(arguments);
        try (Connection connection = configuration.connect();
                AuditService audit = new AuditService(configuration)) {
            new Introduction(connection, audit).makeOnce();
        }
    }

    private static DemoConfiguration configuration(String... arguments) {
        return DemoConfiguration.read(Path.of(arguments[0]));
    }
}
