package org.innsyn.ui.entry;

import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.ui.words.Words;

/**
 * The plain words for what a log line names. A path or purpose without words of its own takes those of the nearest one
 * above it ({@code support.case.note} is said like {@code support.case}); one that is unknown altogether is quoted as it
 * was reported, never guessed.
 */
public final class Vocabulary {

    private final Words words;

    public Vocabulary(Words words) {
        this.words = words;
    }

    /** "your contact details" */
    public String object(String path) {
        return nearest("object.", path, '/', "object-unknown");
    }

    /** "to answer your case" */
    public String purpose(String purpose) {
        return nearest("purpose.", purpose, '.', "purpose-unknown");
    }

    /** "Support, first line" */
    public String unit(String unit) {
        return nearest("unit.", unit, '/', "unit-unknown");
    }

    /** "because you have a contract with us" */
    public String legalBasis(String basis) {
        return words.sayOr("basis." + basis, "basis-unknown", basis);
    }

    /** "contact details" */
    public String category(String category) {
        return words.sayOr("category." + category, "category-unknown", category);
    }

    /** "looked at" */
    public String operation(Operation operation) {
        return words.say("operation." + Words.name(operation));
    }

    /** "a person working for us" */
    public String kind(ActorKind kind) {
        return words.say("kind." + Words.name(kind));
    }

    /** Who it was as far as the reader may know: the unit for staff, what they are for others. */
    public String actor(ActorView actor) {
        return switch (actor.kind()) {
            case STAFF -> actor.unit() == null ? words.say("actor.staff") : unit(actor.unit());
            case SYSTEM -> actor.unit() == null ? words.say("actor.system") : words.say("actor.system-of", unit(actor.unit()));
            case SUBJECT -> words.say("actor.subject");
            case PROCESSOR -> words.say("actor.processor");
            case AUTHORITY -> words.say("actor.authority");
        };
    }

    private String nearest(String prefix, String value, char separator, String unknown) {
        for (var part = value; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf(separator)))) {
            if (words.knows(prefix + part)) {
                return words.say(prefix + part);
            }
        }
        return words.say(unknown, value);
    }
}
