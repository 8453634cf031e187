package org.innsyn.dsr.connector;

import org.innsyn.dsr.request.ItemKey;

/**
 * What a person says is right (GDPR Art. 16). The value is personal data: it never shows in a log or an exception.
 *
 * @param item which item
 * @param field which of its fields, as the system's description names it
 * @param value what it has to say
 */
public record Correction(ItemKey item, String field, String value) {

    @Override
    public String toString() {
        return "Correction[" + item + ", " + field + "]";
    }
}
