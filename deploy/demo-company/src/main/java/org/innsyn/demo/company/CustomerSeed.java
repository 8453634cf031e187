package org.innsyn.demo.company;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.demo.company.Customer.Domain;
import org.innsyn.demo.company.Customer.Invoice;
import org.innsyn.demo.company.Customer.Message;
import org.innsyn.demo.company.Customer.SupportCase;

/** Writes generated customers into the tables, one batch a table; commits nothing. */
final class CustomerSeed {

    /** Fills the parameters of one row. */
    private interface Row {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final CustomerGenerator generator;

    CustomerSeed(Connection connection, CustomerGenerator generator) {
        this.connection = connection;
        this.generator = generator;
    }

    void insert(int count) throws SQLException {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(generator.next(i));
        }
        insertCustomers(customers);
        insertBilling(customers);
        insertMail(customers);
        insertCases(customers);
        continueNumbersAfterThese();
    }

    private void insertCustomers(List<Customer> customers) throws SQLException {
        batch("""
                insert into customers (id, account, customer_number, name, email, phone, street, postal_code, city, joined_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                customers.stream().map(CustomerSeed::customer).toList());
        // One subscription each: it has its customer's number.
        batch("""
                insert into subscriptions (id, customer_id, plan, price_nok, started_on)
                overriding system value values (?, ?, ?, ?, ?)""",
                customers.stream().map(CustomerSeed::subscription).toList());
    }

    private static Row customer(Customer customer) {
        return row -> {
            row.setLong(1, customer.id());
            row.setString(2, customer.account());
            row.setString(3, customer.number());
            row.setString(4, customer.name());
            row.setString(5, customer.email());
            row.setString(6, customer.phone());
            row.setString(7, customer.street());
            row.setString(8, customer.postalCode());
            row.setString(9, customer.city());
            row.setTimestamp(10, Timestamp.from(customer.joined()));
        };
    }

    private static Row subscription(Customer customer) {
        return row -> {
            row.setLong(1, customer.id());
            row.setLong(2, customer.id());
            row.setString(3, customer.subscription().plan());
            row.setBigDecimal(4, customer.subscription().price());
            row.setObject(5, customer.subscription().started());
        };
    }

    private void insertBilling(List<Customer> customers) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (Customer customer : customers) {
            customer.invoices().forEach(invoice -> rows.add(invoice(customer, invoice)));
        }
        batch("""
                insert into invoices (number, customer_id, subscription_id, issued_on, fiscal_year, amount_nok, paid_on)
                values (nextval('invoice_number')::text, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private static Row invoice(Customer customer, Invoice invoice) {
        return row -> {
            row.setLong(1, customer.id());
            row.setLong(2, customer.id());
            row.setObject(3, invoice.issued());
            row.setInt(4, invoice.issued().getYear());
            row.setBigDecimal(5, invoice.amount());
            row.setObject(6, invoice.paid());
        };
    }

    private void insertMail(List<Customer> customers) throws SQLException {
        List<Row> domains = new ArrayList<>();
        List<Row> aliases = new ArrayList<>();
        for (Customer customer : customers) {
            customer.domains().forEach(domain -> domains.add(domain(customer, domain)));
            customer.aliases().forEach(alias -> aliases.add(alias(customer, alias)));
        }
        batch("insert into domains (customer_id, name, registered_on, expires_on) values (?, ?, ?, ?)", domains);
        batch("insert into aliases (customer_id, address, created_at) values (?, ?, ?)", aliases);
    }

    private static Row domain(Customer customer, Domain domain) {
        return row -> {
            row.setLong(1, customer.id());
            row.setString(2, domain.name());
            row.setObject(3, domain.registered());
            row.setObject(4, domain.expires());
        };
    }

    private static Row alias(Customer customer, String alias) {
        return row -> {
            row.setLong(1, customer.id());
            row.setString(2, alias);
            row.setTimestamp(3, Timestamp.from(customer.joined()));
        };
    }

    private void insertCases(List<Customer> customers) throws SQLException {
        List<Row> cases = new ArrayList<>();
        List<Row> messages = new ArrayList<>();
        for (Customer customer : customers) {
            for (SupportCase supportCase : customer.cases()) {
                long id = cases.size() + 1L;
                cases.add(supportCase(id, customer, supportCase));
                supportCase.messages().forEach(message -> messages.add(message(id, message)));
            }
        }
        batch("""
                insert into support_cases (id, customer_id, reference, topic, state, opened_at, closed_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)""", cases);
        batch("insert into support_messages (case_id, author, body, written_at) values (?, ?, ?, ?)", messages);
    }

    private static Row supportCase(long id, Customer customer, SupportCase supportCase) {
        Message last = supportCase.messages().getLast();
        return row -> {
            row.setLong(1, id);
            row.setLong(2, customer.id());
            row.setString(3, "S-" + (20_000 + id));
            row.setString(4, supportCase.topic());
            row.setString(5, supportCase.open() ? "open" : "closed");
            row.setTimestamp(6, Timestamp.from(supportCase.opened()));
            row.setTimestamp(7, supportCase.open() ? null : Timestamp.from(last.written()));
        };
    }

    private static Row message(long caseId, Message message) {
        return row -> {
            row.setLong(1, caseId);
            row.setString(2, message.author());
            row.setString(3, message.body());
            row.setTimestamp(4, Timestamp.from(message.written()));
        };
    }

    private void continueNumbersAfterThese() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("customers", "subscriptions", "support_cases")) {
                statement.execute("select setval(pg_get_serial_sequence('%s', 'id'), (select max(id) from %s))".formatted(table, table));
            }
        }
    }

    private void batch(String sql, List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                row.fill(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
