package org.innsyn.demo.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;

/** What operations does with mail settings and domains. */
final class OperationsWork {

    private static final String PURPOSE = "service.operation";

    private OperationsWork() {}

    static Work readAliases() {
        return (connection, random) -> {
            Optional<Map<String, Object>> customer = Customers.any(connection, random);
            if (customer.isEmpty()) {
                return Optional.empty();
            }
            Rows.query(connection, "select address from aliases where customer_id = ?", customer.get().get("id"));
            return Optional.of(Access.of(
                    ReportingSystem.SUPPORT_DESK, CaseWork.pick(Staff.OPERATIONS, random),
                    List.of(Customers.byAccount(customer.get().get("account"))), Operation.READ, "/customers/mail/aliases",
                    "mail-settings", PURPOSE, null, "address"));
        };
    }

    /** The job: looks which domains end soon and prolongs them by a year. */
    static Work renewDomains() {
        return (connection, random) -> {
            List<Map<String, Object>> ending = Rows.query(
                    connection,
                    """
                    select d.id, u.account from domains d join customers u on u.id = d.customer_id
                    order by d.expires_on limit 3""");
            for (Map<String, Object> row : ending) {
                Rows.update(connection, "update domains set expires_on = expires_on + interval '1 year' where id = ?", row.get("id"));
            }
            List<Person> people = ending.stream().map(row -> row.get("account")).distinct().map(Customers::byAccount).toList();
            return people.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Access.of(
                            ReportingSystem.SUPPORT_DESK, Staff.DOMAIN_RENEWAL, people, Operation.UPDATE,
                            "/customers/domains", "domains", PURPOSE, null, "name", "expires_on"));
        };
    }
}
