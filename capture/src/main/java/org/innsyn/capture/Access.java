package org.innsyn.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One access to personal data: who did what to whose data, and why. Made by {@link #of}.
 *
 * @param subjects the people, at least 1; more than fit into one event are reported in parts
 * @param actor who did it
 * @param operation what was done
 * @param object where in the access control table the data stands ("/customers/contact")
 * @param categories data categories, 1 to 32 ("contact-details")
 * @param purpose why ("support.case")
 * @param legalBasis on what ground (GDPR Art. 6(1)), for example "contract"
 * @param justification in the actor's own words
 * @param caseReference the case it was done for
 * @param recipient for a disclosure, the named recipient
 * @param fields which fields were touched, at most 64; may be empty
 * @param recordReference which record in the application
 * @param clientAddress the network address it came from
 * @param at when; left out, it is when the access is captured
 */
public record Access(
        List<Subject> subjects,
        Actor actor,
        Operation operation,
        String object,
        List<String> categories,
        String purpose,
        String legalBasis,
        @Nullable String justification,
        @Nullable String caseReference,
        @Nullable String recipient,
        List<String> fields,
        @Nullable String recordReference,
        @Nullable String clientAddress,
        @Nullable Instant at) {

    /** @throws InvalidAccess when it could never be recorded */
    public Access {
        subjects = List.copyOf(subjects);
        categories = List.copyOf(categories);
        fields = List.copyOf(fields);
        Rules.require(!subjects.isEmpty(), "subjects is missing: say whose data it was");
        Rules.require(actor != null, "actor is missing");
        Rules.text("object", object, 600);
        Rules.code("object", object, Rules.OBJECT, "/customers/contact");
        Rules.codes("categories", categories, 32, Rules.CODE, "contact-details");
        Rules.codes("purpose", List.of(purpose), 1, Rules.CODE, "support.case");
        Rules.codes("legalBasis", List.of(legalBasis), 1, Rules.CODE, "contract");
        Rules.optional("justification", justification, 4_000);
        Rules.optional("caseReference", caseReference, 400);
        Rules.optional("recipient", recipient, 400);
        Rules.require(operation != Operation.DISCLOSE || recipient != null, "recipient is missing: a disclosure names its recipient");
        Rules.require(fields.size() <= 64, "fields holds more than 64 names");
        fields.forEach(field -> Rules.text("a field's name", field, 200));
        Rules.optional("recordReference", recordReference, 400);
        Rules.optional("clientAddress", clientAddress, 200);
    }

    /** Begins to describe an access to what stands at {@code object} in the access control table. */
    public static Builder of(Operation operation, String object) {
        return new Builder(operation, object);
    }

    /** Never the content: this object turns up in exceptions and logs. */
    @Override
    public String toString() {
        return "Access[" + operation + ", " + subjects.size() + " people]";
    }

    /** Describes an access step by step. Needs subjects, actor, categories, purpose and legal basis; the rest may be left out. */
    public static final class Builder {

        private final Operation operation;
        private final String object;
        private final List<Subject> subjects = new ArrayList<>();
        private @Nullable Actor actor;
        private List<String> categories = List.of();
        private String purpose = "";
        private String legalBasis = "";
        private @Nullable String justification;
        private @Nullable String caseReference;
        private @Nullable String recipient;
        private List<String> fields = List.of();
        private @Nullable String recordReference;
        private @Nullable String clientAddress;
        private @Nullable Instant at;

        private Builder(Operation operation, String object) {
            this.operation = operation;
            this.object = object;
        }

        public Builder by(Actor value) {
            actor = value;
            return this;
        }

        /** Adds a person. */
        public Builder to(Subject person) {
            subjects.add(person);
            return this;
        }

        /** Adds people, any number of them. */
        public Builder to(Collection<Subject> people) {
            subjects.addAll(people);
            return this;
        }

        public Builder categories(String... values) {
            categories = List.of(values);
            return this;
        }

        /** @param ground on what ground, for example "contract" */
        public Builder purpose(String value, String ground) {
            purpose = value;
            legalBasis = ground;
            return this;
        }

        public Builder justification(@Nullable String value) {
            justification = value;
            return this;
        }

        public Builder caseReference(@Nullable String value) {
            caseReference = value;
            return this;
        }

        public Builder recipient(@Nullable String value) {
            recipient = value;
            return this;
        }

        public Builder fields(String... values) {
            fields = List.of(values);
            return this;
        }

        public Builder recordReference(@Nullable String value) {
            recordReference = value;
            return this;
        }

        public Builder clientAddress(@Nullable String value) {
            clientAddress = value;
            return this;
        }

        public Builder at(@Nullable Instant value) {
            at = value;
            return this;
        }

        /** @throws InvalidAccess when something is missing or not as it must be */
        public Access build() {
            if (actor == null) {
                throw new InvalidAccess("actor is missing");
            }
            return new Access(subjects, actor, operation, object, categories, purpose, legalBasis, justification, caseReference, recipient, fields,
                    recordReference, clientAddress, at);
        }
    }
}
