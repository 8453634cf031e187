package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done for a request, part by part, as it is signed. It names nobody: who holds it shows what was done when nothing else of it is left.
 *
 * @param request the request's id
 * @param reference its short reference
 * @param right which right
 * @param state done, or partly done
 * @param receivedAt when the request was received
 * @param madeAt when this receipt was made
 * @param items what became of each part
 * @param key the key it is signed with, {@code <name>+<hex key id>+<base64>}
 */
public record Receipt(
        UUID request, String reference, Right right, RequestState state, Instant receivedAt, Instant madeAt, List<Item> items, String key) {

    /** The first line of the signed text; the second is the receipt as JSON. */
    public static final String FORMAT = "innsyn-receipt/1";

    /**
     * One part.
     *
     * @param item names it ("demo/invoices", "access-log")
     * @param category the data category
     * @param outcome what was decided
     * @param state how far it has come
     * @param affected what was done, counted ("erased" -> 3)
     * @param ground for what was kept or left out, or is on hold: the key of the ground
     * @param keptUntil for what is kept: until when
     * @param readBackAt when it was looked up again and found as decided; null for what nobody looked up
     * @param unreadableSince for what was destroyed by its keys: since when nobody can read it
     * @param beyondRecoverySince for the same: since when no backup can bring it back
     * @param byHand whether it is a person's word
     * @param erasedAgainAt when it was last erased once more, and looked up again, because a restored backup had brought it back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String item,
            String category,
            Outcome outcome,
            ItemState state,
            Map<String, Long> affected,
            @Nullable String ground,
            @Nullable LocalDate keptUntil,
            @Nullable Instant readBackAt,
            @Nullable Instant unreadableSince,
            @Nullable Instant beyondRecoverySince,
            boolean byHand,
            @Nullable Instant erasedAgainAt) {}
}
