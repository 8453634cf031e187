package org.innsyn.dsr.connector;

import org.innsyn.dsr.request.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * What a person says is right (GDPR Art. 16). The value is personal data: it never shows in a log or an exception.
 *
 * @param item which item
 * @param field which of its fields, as the system's description names it
 * @param value what it has to say
 * @param record which of several records, by the key the system's copy shows; may be personal data, too. Null for the only one
 */
public record Correction(ItemKey item, String field, String value, @Nullable String record) {

    /** Of the only record there is. */
    public Correction(ItemKey item, String field, String value) {
        this(item, field, value, null);
    }

    @Override
    public String toString() {
        return "Correction[" + item + ", " + field + "]";
    }
}
