package org.innsyn.schemas.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One access to personal data: who did what to whose data, and why.
 *
 * @param subjects the people, 1 to 1,000; a larger read is reported in parts
 * @param actor who did it
 * @param operation what was done
 * @param object where in the access control table the data stands ("/customers/contact")
 * @param categories data categories, 1 to 32 ("contact-details")
 * @param purpose why ("support.case")
 * @param legalBasis on what ground (GDPR Art. 6(1)), for example "contract"
 * @param justification in the actor's own words; may name people, so it is kept encrypted
 * @param caseReference the case it was done for
 * @param recipient for a disclosure, the named recipient (CJEU C-154/21)
 * @param fields which fields were touched
 * @param recordReference which record in the reporting system
 * @param clientAddress the network address it came from
 * @param sequence the source's own counter; a gap in it becomes a finding
 * @param bulk present when this event is one part of a larger read
 */
public record AccessData(
        List<Person> subjects,
        Actor actor,
        Operation operation,
        String object,
        List<String> categories,
        String purpose,
        String legalBasis,
        @Nullable String justification,
        @Nullable String caseReference,
        @Nullable String recipient,
        @Nullable List<String> fields,
        @Nullable String recordReference,
        @Nullable String clientAddress,
        @Nullable Long sequence,
        @Nullable BulkPart bulk) {

    /** The most people one event may name. */
    public static final int MAX_SUBJECTS = 1_000;

    /** Never the content: this object turns up in exceptions and logs. */
    @Override
    public String toString() {
        return "AccessData[" + operation + ", " + subjects.size() + " people]";
    }
}
