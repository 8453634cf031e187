package org.innsyn.demo.desk;

import java.util.List;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;

/**
 * Somebody, or some program, that works for the company.
 *
 * @param id in the staff directory
 * @param kind person or program
 * @param unit where
 * @param role as what
 * @param address the network address they work from
 */
record Staff(String id, ActorKind kind, String unit, String role, String address) {

    static final List<Staff> FIRST_LINE = List.of(
            person("p-101", "support/tier-1", "agent"),
            person("p-102", "support/tier-1", "agent"),
            person("p-103", "support/tier-1", "agent"),
            person("p-104", "support/tier-1", "agent"));
    static final List<Staff> SECOND_LINE =
            List.of(person("p-201", "support/tier-2", "specialist"), person("p-202", "support/tier-2", "specialist"));
    static final List<Staff> BILLING = List.of(person("p-301", "billing", "clerk"), person("p-302", "billing", "clerk"));
    static final List<Staff> OPERATIONS =
            List.of(person("p-401", "operations/mail", "engineer"), person("p-402", "operations/mail", "engineer"));
    static final Staff INVOICE_RUN = program("invoice-run", "billing/jobs");
    static final Staff DOMAIN_RENEWAL = program("domain-renewal", "operations/jobs");

    private static Staff person(String id, String unit, String role) {
        return new Staff(id, ActorKind.STAFF, unit, role, "10.20." + id.charAt(2) + "." + Integer.parseInt(id.substring(3)));
    }

    private static Staff program(String id, String unit) {
        return new Staff(id, ActorKind.SYSTEM, unit, "job", "10.20.9.1");
    }

    Actor actor() {
        return new Actor(id, kind, unit, role);
    }
}
