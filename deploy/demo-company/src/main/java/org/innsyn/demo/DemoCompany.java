package org.innsyn.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.innsyn.demo.company.CompanyDatabase;
import org.innsyn.demo.company.Introduction;
import org.innsyn.demo.mailbox.MailConfiguration;
import org.innsyn.demo.mailbox.Mailboxes;
import org.innsyn.demo.report.AuditService;

/** What the launcher asks of the company at a start; all of it does nothing the second time. */
public final class DemoCompany {

    private static final int OWNERS_OF_MAILBOXES = 20;

    private DemoCompany() {}

    /** Makes tables and customers. {@code arguments[0]} is the properties file. */
    public static void prepare(String... arguments) throws SQLException {
        try (Connection connection = configuration(arguments).connect()) {
            new CompanyDatabase(connection, Clock.systemUTC()).createIfMissing();
        }
    }

    /** Gives some customers mail, contacts and calendars. {@code arguments[0]} is the properties file. */
    public static void fillMailboxes(String... arguments) throws SQLException, MessagingException, IOException, InterruptedException {
        try (Connection connection = configuration(arguments).connect()) {
            new Mailboxes(connection, MailConfiguration.read(Path.of(arguments[0])), Clock.systemUTC(), OWNERS_OF_MAILBOXES).fillOnce();
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
