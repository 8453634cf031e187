package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.innsyn.schemas.access.Operation;

/** What support does with a case. */
final class CaseWork {

    private static final String MESSAGES = "/customers/support/messages";
    private static final String PURPOSE = "support.case";

    private CaseWork() {}

    static Work readBy(List<Staff> staff) {
        return (connection, random) -> read(connection, random, pick(staff, random), PURPOSE);
    }

    /** Billing has no business in what customers write to support: the table does not allow it. */
    static Work readByBilling() {
        return (connection, random) -> read(connection, random, pick(Staff.BILLING, random), "billing.inquiry");
    }

    static Work answer() {
        return (connection, random) -> {
            Optional<Map<String, Object>> open = anyCase(connection, random, "c.state = 'open'");
            if (open.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Object> row = open.get();
            Rows.update(connection, "insert into support_messages (case_id, author, body, written_at) values (?, 'staff', 'Takk for at du tok kontakt. Vi ser på saken.', now())", row.get("id"));
            return Optional.of(access(pick(Staff.FIRST_LINE, random), row, Operation.CREATE, PURPOSE, "body"));
        };
    }

    private static Optional<Access> read(Connection connection, RandomGenerator random, Staff by, String purpose) throws SQLException {
        Optional<Map<String, Object>> found = anyCase(connection, random, "true");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> row = found.get();
        Rows.query(connection, "select author, body, written_at from support_messages where case_id = ? order by written_at", row.get("id"));
        return Optional.of(access(by, row, Operation.READ, purpose, "topic", "body"));
    }

    private static Optional<Map<String, Object>> anyCase(Connection connection, RandomGenerator random, String where) throws SQLException {
        return Rows.any(
                connection, random, "c.id, c.reference, u.account",
                "support_cases c join customers u on u.id = c.customer_id", "c.id", where);
    }

    private static Access access(Staff by, Map<String, Object> row, Operation operation, String purpose, String... fields) {
        return Access.of(
                ReportingSystem.SUPPORT_DESK, by, List.of(Customers.byAccount(row.get("account"))), operation, MESSAGES,
                "support", purpose, (String) row.get("reference"), fields);
    }

    static Staff pick(List<Staff> staff, RandomGenerator random) {
        return staff.get(random.nextInt(staff.size()));
    }
}
