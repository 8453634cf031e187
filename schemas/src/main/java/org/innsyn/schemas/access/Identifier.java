package org.innsyn.schemas.access;

/**
 * One typed identifier of a person.
 *
 * @param type what kind of identifier it is
 * @param value as the reporting application knows it, 1 to 320 characters
 */
public record Identifier(IdentifierType type, String value) {

    /** The longest value: an e-mail address (RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.2, with the sign between). */
    public static final int MAX_VALUE_LENGTH = 320;

    public static Identifier account(String value) {
        return new Identifier(IdentifierType.ACCOUNT, value);
    }

    public static Identifier email(String value) {
        return new Identifier(IdentifierType.EMAIL, value);
    }

    /** Never the value: this object turns up in exceptions and logs. */
    @Override
    public String toString() {
        return "Identifier[" + type + "]";
    }
}
