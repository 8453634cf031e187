package org.innsyn.schemas.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of identifiers a reporter may name a person by. */
public enum IdentifierType {
    /** Decides whose ledger it is. */
    @JsonProperty("account") ACCOUNT,
    /** Decides whose ledger it is. */
    @JsonProperty("customer-number") CUSTOMER_NUMBER,
    /** Resolves only while verified for exactly one account. */
    @JsonProperty("email") EMAIL,
    /** Resolves only while verified for exactly one account. */
    @JsonProperty("phone") PHONE;

    /** Whether the identifier alone decides whose ledger an entry belongs to. */
    public boolean decides() {
        return this == ACCOUNT || this == CUSTOMER_NUMBER;
    }
}
