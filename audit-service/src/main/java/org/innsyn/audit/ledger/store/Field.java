package org.innsyn.audit.ledger.store;

/** Names of the values that lie sealed in the vault beside an entry, and of those an entry commits to. Part of stored data: never changed. */
public final class Field {

    public static final String SECRET = "secret";
    public static final String IDENTIFIERS = "identifiers";
    public static final String JUSTIFICATION = "justification";
    public static final String CASE_REFERENCE = "caseReference";
    public static final String RECIPIENT = "recipient";
    public static final String FIELDS = "fields";
    public static final String RECORD_REFERENCE = "recordReference";
    public static final String CLIENT_ADDRESS = "clientAddress";
    public static final String BULK = "bulk";

    private Field() {}
}
