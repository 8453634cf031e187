package org.innsyn.dsr.connector;

/** The account by which systems know the person. Personal data: it never shows in a log or an exception. */
public record Account(String value) {

    public Account {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An account has a name");
        }
    }

    @Override
    public String toString() {
        return "Account[]";
    }
}
