package org.innsyn.demo.desk;

import java.util.List;
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
