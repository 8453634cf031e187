package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Person;

/** Finding the customer a piece of work is about, and naming them as the company's systems do. */
final class Customers {

    private Customers() {}

    static Optional<Map<String, Object>> any(Connection connection, RandomGenerator random) throws SQLException {
        return Rows.any(connection, random, "id, account, customer_number, name, email, phone, street, postal_code, city", "customers", "id", "true");
    }

    static Person byAccount(Object account) {
        return Person.of(Identifier.account((String) account));
    }

    static Person byNumber(Object number) {
        return Person.of(new Identifier(IdentifierType.CUSTOMER_NUMBER, (String) number));
    }

    static Person byEmail(Object email) {
        return Person.of(Identifier.email((String) email));
    }
}
