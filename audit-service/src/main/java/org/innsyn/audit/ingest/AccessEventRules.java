package org.innsyn.audit.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.Rejection.Code;
import org.jspecify.annotations.Nullable;

/**
 * What a report must say to be recorded. The same rules stand in {@code access-event.v1.schema.json}; a test holds the two against each
 * other. What is kept in clear (object, unit, purpose ...) must look like a code: there is no room in it for a name or an address.
 */
final class AccessEventRules {

    static final int MAX_ID = 200;
    static final String UNKNOWN_TYPE = "type must be " + AccessEvent.TYPE;

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_REFERENCE = 400;
    private static final int MAX_LIST = 64;
    private static final Pattern OBJECT = Pattern.compile("(/[a-z0-9][a-z0-9_-]{0,63}){1,8}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern UNIT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}(/[a-z0-9][a-z0-9_-]{0,63}){0,7}");

    private static final Set<String> NAMES = Set.of("specversion", "type", "source", "id", "time", "datacontenttype", "dataschema", "data",
            "subjects", "identifiers", "value", "actor", "kind", "unit", "role", "operation", "object", "categories", "purpose", "legalBasis",
            "justification", "caseReference", "recipient", "fields", "recordReference", "clientAddress", "sequence", "bulk", "part", "of");

    /** A field's name as it may be repeated in a message: one of ours, or none. */
    static String known(String name) {
        return NAMES.contains(name) ? name : "(a field that does not belong there)";
    }

    /** The first rule the event breaks. */
    Optional<Rejection> violation(AccessEvent event) {
        if (!AccessEvent.TYPE.equals(event.type())) {
            return Optional.of(new Rejection(Code.UNKNOWN_TYPE, UNKNOWN_TYPE));
        }
        try {
            envelope(event);
            data(event.data());
            return Optional.empty();
        } catch (Broken rule) {
            return Optional.of(new Rejection(rule.code, rule.getMessage()));
        }
    }

    private static void envelope(AccessEvent event) {
        require("1.0".equals(event.specversion()), "specversion must be 1.0");
        text("id", event.id(), MAX_ID);
        text("source", event.source(), MAX_ID);
        require(isUriReference(event.source()), "source must be a URI reference");
        require(event.time() != null, "time is missing");
        require(event.datacontenttype() == null || event.datacontenttype().equals("application/json"), "datacontenttype must be application/json");
        require(event.dataschema() == null || event.dataschema().equals(AccessEvent.SCHEMA), "dataschema must be " + AccessEvent.SCHEMA);
    }

    private static void data(AccessData data) {
        require(data != null, "data is missing");
        require(data.subjects() != null && !data.subjects().isEmpty(), "data/subjects is missing: say whose data it was");
        if (data.subjects().size() > AccessData.MAX_SUBJECTS) {
            throw new Broken(Code.TOO_LARGE, "data/subjects holds more than " + AccessData.MAX_SUBJECTS + " people; report the read in parts");
        }
        data.subjects().forEach(AccessEventRules::person);
        require(data.actor() != null, "data/actor is missing");
        text("data/actor/id", data.actor().id(), MAX_ID);
        require(data.actor().kind() != null, "data/actor/kind is missing");
        code("data/actor/unit", data.actor().unit(), UNIT, false);
        code("data/actor/role", data.actor().role(), CODE, false);
        require(data.operation() != null, "data/operation is missing");
        code("data/object", data.object(), OBJECT, true);
        require(data.categories() != null && !data.categories().isEmpty() && data.categories().size() <= 32, "data/categories needs 1 to 32 codes");
        data.categories().forEach(category -> code("data/categories", category, CODE, true));
        code("data/purpose", data.purpose(), CODE, true);
        code("data/legalBasis", data.legalBasis(), CODE, true);
        optional("data/justification", data.justification(), MAX_TEXT);
        optional("data/caseReference", data.caseReference(), MAX_REFERENCE);
        optional("data/recipient", data.recipient(), MAX_REFERENCE);
        require(data.operation() != Operation.DISCLOSE || data.recipient() != null, "data/recipient is missing: a disclosure names its recipient");
        optional("data/recordReference", data.recordReference(), MAX_REFERENCE);
        optional("data/clientAddress", data.clientAddress(), MAX_ID);
        fields(data.fields());
        require(data.sequence() == null || data.sequence() >= 0, "data/sequence must not be negative");
        if (data.bulk() != null) {
            text("data/bulk/id", data.bulk().id(), MAX_ID);
            require(data.bulk().part() >= 1 && data.bulk().part() <= data.bulk().of(), "data/bulk/part must be 1 to of");
        }
    }

    private static void person(@Nullable Person person) {
        require(person != null && person.identifiers() != null && !person.identifiers().isEmpty()
                && person.identifiers().size() <= Person.MAX_IDENTIFIERS, "data/subjects/identifiers needs 1 to " + Person.MAX_IDENTIFIERS);
        person.identifiers().forEach(identifier -> {
            require(identifier != null && identifier.type() != null, "data/subjects/identifiers/type is missing");
            text("data/subjects/identifiers/value", identifier.value(), org.innsyn.schemas.access.Identifier.MAX_VALUE_LENGTH);
        });
    }

    private static void fields(@Nullable List<String> fields) {
        if (fields != null) {
            require(!fields.isEmpty() && fields.size() <= MAX_LIST, "data/fields needs 1 to " + MAX_LIST + " names, or is left out");
            fields.forEach(field -> text("data/fields", field, MAX_ID));
        }
    }

    private static void text(String name, @Nullable String value, int longest) {
        require(value != null && !value.isBlank(), name + " is missing");
        require(value.length() <= longest, name + " is longer than " + longest + " characters");
        require(value.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t'), name + " has control characters");
    }

    private static void optional(String name, @Nullable String value, int longest) {
        if (value != null) {
            text(name, value, longest);
        }
    }

    private static void code(String name, @Nullable String value, Pattern pattern, boolean required) {
        require(!required || value != null, name + " is missing");
        require(value == null || pattern.matcher(value).matches(), name + " must be a code like " + example(pattern));
    }

    private static String example(Pattern pattern) {
        return pattern == OBJECT ? "/customers/contact" : pattern == UNIT ? "support/tier-1" : "support.case";
    }

    private static boolean isUriReference(String value) {
        try {
            new URI(value);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(Code.INVALID, otherwise);
        }
    }

    /** Ends the check at the first broken rule. */
    private static final class Broken extends RuntimeException {
        private final Code code;

        Broken(Code code, String detail) {
            super(detail, null, false, false);
            this.code = code;
        }
    }
}
