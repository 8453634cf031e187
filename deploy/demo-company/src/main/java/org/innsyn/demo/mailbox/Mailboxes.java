package org.innsyn.demo.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Fills the mailboxes, address books and calendars of the company's first customers, once: whoever was erased since must not get mail back
 * by a restart.
 */
public final class Mailboxes {

    private final Connection connection;
    private final MailConfiguration configuration;
    private final Clock clock;
    private final int customers;

    /**
     * @param connection without auto-commit, as the owner of the company's database
     * @param customers how many get something
     */
    public Mailboxes(Connection connection, MailConfiguration configuration, Clock clock, int customers) {
        this.connection = connection;
        this.configuration = configuration;
        this.clock = clock;
        this.customers = customers;
    }

    /** Does nothing when it was done. Interrupted, it begins anew: what came twice then, came twice. */
    public void fillOnce() throws SQLException, MessagingException, IOException, InterruptedException {
        if (isDone()) {
            return;
        }
        var folders = new MailFolders(configuration);
        var collections = new DavCollections(configuration);
        for (Owner owner : owners()) {
            var random = new Random(owner.account().hashCode());
            var faker = new Faker(Locale.of("nb", "NO"), random);
            folders.fill(owner, new Correspondence(random, faker, clock.instant(), owner).messages());
            collections.fill(owner, new Acquaintances(random, faker, clock.instant()));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into mailboxes_filled values (now())");
        }
        connection.commit();
    }

    private boolean isDone() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Companies founded before there was mail have no such table.
            statement.execute("create table if not exists mailboxes_filled (filled_at timestamptz not null)");
            try (ResultSet rows = statement.executeQuery("select 1 from mailboxes_filled")) {
                return rows.next();
            }
        }
    }

    private List<Owner> owners() throws SQLException {
        List<Owner> owners = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select account, name, email from customers order by id limit " + customers)) {
            while (rows.next()) {
                owners.add(new Owner(rows.getString("account"), rows.getString("name"), rows.getString("email")));
            }
        }
        return owners;
    }
}
