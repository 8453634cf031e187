package org.innsyn.dsr.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.innsyn.dsr.request.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * What a hold keeps: a category of everybody in a system, or one item of one person. Whose it is lies in the vault.
 *
 * @param system the system
 * @param category which data of everybody there; null for a person's item
 * @param item which item of the person; null for a category
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldScope(String system, @Nullable String category, @Nullable ItemKey item) {

    public static HoldScope category(String system, String category) {
        return new HoldScope(system, category, null);
    }

    public static HoldScope itemOfAPerson(ItemKey item) {
        return new HoldScope(item.system(), null, item);
    }
}
