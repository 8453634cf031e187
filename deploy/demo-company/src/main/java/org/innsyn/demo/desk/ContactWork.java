package org.innsyn.demo.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.schemas.access.Operation;

/** What support does with names and addresses. */
final class ContactWork {

    private static final String CONTACT = "/customers/contact";
    private static final String CATEGORY = "contact-details";

    private ContactWork() {}

    /** A customer calls and gives an e-mail address: that is all the desk knows of them. */
    static Work lookUpByEmail() {
        return (connection, random) -> {
            Optional<Map<String, Object>> caller = Customers.any(connection, random);
            if (caller.isEmpty()) {
                return Optional.empty();
            }
            Object email = caller.get().get("email");
            Rows.query(connection, "select account, name, phone from customers where email = ?", email);
            return Optional.of(Access.of(
                    ReportingSystem.SUPPORT_DESK, CaseWork.pick(Staff.FIRST_LINE, random), List.of(Customers.byEmail(email)),
                    Operation.SEARCH, CONTACT, CATEGORY, "support.case", caseNumber(random.nextInt(9_000)), "name", "phone"));
        };
    }

    static Work changeAddress() {
        return (connection, random) -> {
            Optional<Map<String, Object>> mover = Customers.any(connection, random);
            Optional<Map<String, Object>> where = Customers.any(connection, random);
            if (mover.isEmpty() || where.isEmpty()) {
                return Optional.empty();
            }
            Rows.update(
                    connection, "update customers set street = ?, postal_code = ?, city = ? where id = ?",
                    where.get().get("street"), where.get().get("postal_code"), where.get().get("city"), mover.get().get("id"));
            return Optional.of(Access.of(
                    ReportingSystem.SUPPORT_DESK, CaseWork.pick(Staff.FIRST_LINE, random),
                    List.of(Customers.byAccount(mover.get().get("account"))), Operation.UPDATE, CONTACT, CATEGORY,
                    "support.case", caseNumber(random.nextInt(9_000)), "street", "postal_code", "city"));
        };
    }

    /** Looks somebody up for no case at all: the table does not allow it. */
    static Work lookUpWithoutCase() {
        return (connection, random) -> {
            Optional<Map<String, Object>> somebody = Customers.any(connection, random);
            return somebody.map(row -> Access.of(
                    ReportingSystem.SUPPORT_DESK, CaseWork.pick(Staff.FIRST_LINE, random),
                    List.of(Customers.byAccount(row.get("account"))), Operation.READ, CONTACT, CATEGORY,
                    "support.lookup", null, "name", "phone", "street", "city"));
        };
    }

    private static String caseNumber(int number) {
        return "T-" + (70_000 + number);
    }
}
