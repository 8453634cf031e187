package org.innsyn.audit.house;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;

/** Reports as an application would make them. */
public final class Events {

    private Events() {}

    public static String newAccount() {
        return "account-" + UUID.randomUUID();
    }

    /** Support reads an account's contact details for a case. */
    public static AccessEvent supportReads(String account) {
        return supportReads(UUID.randomUUID().toString(), Person.of(Identifier.account(account)));
    }

    public static AccessEvent supportReads(String id, Person... people) {
        return event(id, data("customers/contact", "support/tier-1", "support.case", "looked at to answer the case", people));
    }

    public static AccessData data(String object, String unit, String purpose, String justification, Person... people) {
        return new AccessData(List.of(people), new Actor("agent-17", ActorKind.STAFF, unit, "agent"), Operation.READ, "/" + object,
                List.of("contact-details"), purpose, "contract", justification, "case-4711", null, List.of("email", "phone"),
                "customers/4711", "192.0.2.7", null, null);
    }

    public static AccessEvent event(String id, AccessData data) {
        return AccessEvent.of(AuditHouse.SOURCE, id, OffsetDateTime.parse("2026-03-02T14:05:00+01:00"), data);
    }
}
