package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;

/** What billing does with invoices. */
final class BillingWork {

    private static final String INVOICES = "/customers/billing/invoices";
    private static final String CATEGORY = "billing";
    private static final int RUN = 20;

    private BillingWork() {}

    static Work checkInvoices() {
        return (connection, random) -> {
            Optional<Map<String, Object>> customer = Customers.any(connection, random);
            if (customer.isEmpty()) {
                return Optional.empty();
            }
            Rows.query(
                    connection, "select number, issued_on, amount_nok, paid_on from invoices where customer_id = ? order by issued_on",
                    customer.get().get("id"));
            return Optional.of(Access.of(
                    ReportingSystem.BILLING, CaseWork.pick(Staff.BILLING, random),
                    List.of(Customers.byNumber(customer.get().get("customer_number"))), Operation.READ, INVOICES, CATEGORY,
                    "billing.inquiry", null, "issued_on", "amount_nok", "paid_on"));
        };
    }

    /** The job: writes invoices for some customers at once, which is one access to the data of all of them. */
    static Work invoiceRun() {
        return (connection, random) -> {
            List<Map<String, Object>> due = dueFrom(connection, random);
            for (Map<String, Object> row : due) {
                Rows.update(
                        connection,
                        """
                        insert into invoices (number, customer_id, subscription_id, issued_on, fiscal_year, amount_nok)
                        values (nextval('invoice_number')::text, ?, ?, current_date, extract(year from current_date)::int, ?)""",
                        row.get("customer_id"), row.get("id"), row.get("price_nok"));
            }
            List<Person> people = due.stream().map(row -> Customers.byNumber(row.get("customer_number"))).toList();
            return people.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Access.of(
                            ReportingSystem.BILLING, Staff.INVOICE_RUN, people, Operation.CREATE, INVOICES, CATEGORY,
                            "billing.invoicing", null, "amount_nok", "issued_on"));
        };
    }

    private static List<Map<String, Object>> dueFrom(Connection connection, RandomGenerator random) throws SQLException {
        return Rows.query(
                connection,
                """
                select s.id, s.customer_id, s.price_nok, u.customer_number
                from subscriptions s join customers u on u.id = s.customer_id
                where s.id >= ? and s.ended_on is null order by s.id limit ?""",
                1 + random.nextLong(900), RUN);
    }

    /** An unpaid invoice goes to a collector: data leaves the house, to a named recipient. */
    static Work handToCollector() {
        return (connection, random) -> {
            List<Map<String, Object>> unpaid = Rows.query(
                    connection,
                    """
                    select u.customer_number from invoices i join customers u on u.id = i.customer_id
                    where i.paid_on is null and i.issued_on < current_date - 14 order by i.issued_on, i.number limit 1 offset ?""",
                    random.nextInt(20));
            return unpaid.stream().findFirst().map(row -> new Access(
                    ReportingSystem.BILLING, CaseWork.pick(Staff.BILLING, random),
                    List.of(Customers.byNumber(row.get("customer_number"))), Operation.DISCLOSE, INVOICES, List.of(CATEGORY),
                    "billing.collection", "legitimate-interests", null, "Innfordring Nord AS", List.of("amount_nok")));
        };
    }
}
