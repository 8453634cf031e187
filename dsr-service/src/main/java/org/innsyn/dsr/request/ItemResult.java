package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of carrying out one item. */
public sealed interface ItemResult {

    /** Which item. */
    ItemKey item();

    /**
     * Done as decided, and found so when looked up again.
     *
     * @param item which item
     * @param affected what was done, counted ("erased" to 3, "kept" to 12, "masked" to 1)
     * @param keptUntil until when the longest-kept record stays, where some are kept
     * @param readBackAt when it was looked up again; null for what a person did and nobody looked up
     * @param unreadableSince for what was destroyed by its keys: since when nobody can read it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CarriedOut(
            ItemKey item, Map<String, Long> affected, @Nullable LocalDate keptUntil, @Nullable Instant readBackAt, @Nullable Instant unreadableSince)
            implements ItemResult {

        /** Of what was not destroyed by its keys. */
        public CarriedOut(ItemKey item, Map<String, Long> affected, @Nullable LocalDate keptUntil, @Nullable Instant readBackAt) {
            this(item, affected, keptUntil, readBackAt, null);
        }
    }

    /**
     * Not done.
     *
     * @param item which item
     * @param problem why, in plain words without personal data
     */
    record Failed(ItemKey item, String problem) implements ItemResult {}

    /**
     * Not done while a legal hold stands (GDPR Art. 17(3)(b), (e)); it is done when the last of them is released.
     *
     * @param item which item
     * @param by which holds
     * @param begunBefore whether it had begun before the hold was placed, so that a part may be gone
     */
    record Held(ItemKey item, List<HeldBy> by, boolean begunBefore) implements ItemResult {}
}
