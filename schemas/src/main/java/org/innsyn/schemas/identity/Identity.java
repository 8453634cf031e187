package org.innsyn.schemas.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers a company has verified for one account. Replaces what was said of the account before.
 *
 * @param account the account
 * @param customerNumber the customer number, where there is one
 * @param emails verified e-mail addresses
 * @param phones verified phone numbers
 */
public record Identity(String account, @Nullable String customerNumber, List<String> emails, List<String> phones) {

    @Override
    public String toString() {
        return "Identity[]";
    }
}
