package org.innsyn.demo.desk;

import java.time.Instant;
import java.util.List;
import org.innsyn.capture.Identifier;
import org.innsyn.capture.Subject;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.jspecify.annotations.Nullable;

/**
 * One access to customers' data that was just made, before it is numbered and sent.
 *
 * @param system which of the company's systems it happened in
 */
record Access(
        ReportingSystem system,
        Staff by,
        List<Person> subjects,
        Operation operation,
        String object,
        List<String> categories,
        String purpose,
        String legalBasis,
        @Nullable String caseReference,
        @Nullable String recipient,
        List<String> fields) {

    /** The usual access: on behalf of a contract (GDPR Art. 6(1)(b)), nothing passed on. */
    static Access of(
            ReportingSystem system,
            Staff by,
            List<Person> subjects,
            Operation operation,
            String object,
            String category,
            String purpose,
            @Nullable String caseReference,
            String... fields) {
        return new Access(
                system, by, subjects, operation, object, List.of(category), purpose, "contract", caseReference, null,
                List.of(fields));
    }

    /** For the capture library. */
    org.innsyn.capture.Access captured(Instant at) {
        return org.innsyn.capture.Access.of(org.innsyn.capture.Operation.valueOf(operation.name()), object)
                .to(subjects.stream().map(Access::subject).toList())
                .by(new org.innsyn.capture.Actor(by.id(), org.innsyn.capture.Actor.Kind.valueOf(by.kind().name()), by.unit(), by.role()))
                .categories(categories.toArray(String[]::new))
                .purpose(purpose, legalBasis)
                .caseReference(caseReference)
                .recipient(recipient)
                .fields(fields.toArray(String[]::new))
                .clientAddress(by.address())
                .at(at)
                .build();
    }

    private static Subject subject(Person person) {
        return new Subject(person.identifiers().stream()
                .map(each -> new Identifier(Identifier.Type.valueOf(each.type().name()), each.value())).toList());
    }

    /** For the outbox. */
    AccessData data(long sequence) {
        return new AccessData(
                subjects,
                by.actor(),
                operation,
                object,
                categories,
                purpose,
                legalBasis,
                null,
                caseReference,
                recipient,
                fields,
                null,
                by.address(),
                sequence,
                null);
    }
}
