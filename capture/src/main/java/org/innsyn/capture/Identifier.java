package org.innsyn.capture;

import java.util.Locale;

/**
 * One typed identifier of a person.
 *
 * @param type what kind of identifier it is
 * @param value as the application knows it, 1 to 320 characters
 */
public record Identifier(Type type, String value) {

    /** The kinds of identifiers there are. An account or a customer number decides whose log an access stands in. */
    public enum Type {
        ACCOUNT,
        CUSTOMER_NUMBER,
        EMAIL,
        PHONE;

        /** As the published language writes it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws InvalidAccess when the value is blank, too long or has control characters */
    public Identifier {
        Rules.text("an identifier's value", value, 320);
    }

    /** Never the value: this object turns up in exceptions and logs. */
    @Override
    public String toString() {
        return "Identifier[" + type + "]";
    }
}
