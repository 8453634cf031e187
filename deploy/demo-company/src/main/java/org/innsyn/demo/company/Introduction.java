package org.innsyn.demo.company;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.demo.report.AuditService;
import org.innsyn.schemas.identity.IdentitiesApi;
import org.innsyn.schemas.identity.Identity;

/**
 * Tells Innsyn once which identifiers are verified for which account. Only once: whoever was erased since must not be
 * introduced again by a restart.
 */
public final class Introduction {

    private final Connection connection;
    private final AuditService audit;

    /** @param connection without auto-commit, to the company's database */
    public Introduction(Connection connection, AuditService audit) {
        this.connection = connection;
        this.audit = audit;
    }

    /** Returns when Innsyn has taken them over; does nothing when it had. */
    public void makeOnce() throws SQLException, InterruptedException {
        if (isDone()) {
            return;
        }
        List<Identity> identities = identities();
        for (int from = 0; from < identities.size(); from += IdentitiesApi.MAX_IDENTITIES) {
            int to = Math.min(identities.size(), from + IdentitiesApi.MAX_IDENTITIES);
            audit.introduce(identities.subList(from, to));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into introduction values (now())");
        }
        connection.commit();
    }

    private boolean isDone() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from introduction")) {
            return rows.next();
        }
    }

    private List<Identity> identities() throws SQLException {
        List<Identity> identities = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select account, customer_number, email, phone from customers order by id")) {
            while (rows.next()) {
                identities.add(new Identity(
                        rows.getString("account"),
                        rows.getString("customer_number"),
                        List.of(rows.getString("email")),
                        List.of(rows.getString("phone"))));
            }
        }
        return identities;
    }
}
