package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a request is decided about: a category of data in a system.
 *
 * @param key names the item within the request ("demo/invoices", "access-log")
 * @param system the system that holds it
 * @param category the data category, in the vocabulary of the access control table
 * @param found how many records are held
 * @param proposal what the case-handler proposes, or what is proposed by default before that
 * @param allowed which outcomes can be proposed for it
 * @param ground for keeping or leaving out: the key of the ground ("bookkeeping-law")
 * @param groundText the ground in plain words, with its source
 * @param keptUntil for keeping: until when
 * @param state how far it has come
 * @param affected what was done, counted ("erased" -> 3)
 * @param problem why it failed, in plain words without personal data
 * @param readBackAt when it was looked up again and found as decided
 * @param unreadableSince for what was destroyed by its keys: since when nobody can read it
 * @param beyondRecoverySince for the same: since when no backup of ours can bring it back; null until then
 * @param hold the legal hold that keeps it from being erased, where one stands
 * @param uncounted true where the system did not answer when it was searched: how many records there are is not known, and {@code found} says 0
 * @param byHand whether a person looks and does it, so that found counts nothing
 * @param statement what that person said they did; nobody looked it up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestItem(
        String key,
        String system,
        String category,
        long found,
        Outcome proposal,
        List<Outcome> allowed,
        @Nullable String ground,
        @Nullable String groundText,
        @Nullable LocalDate keptUntil,
        ItemState state,
        Map<String, Long> affected,
        @Nullable String problem,
        @Nullable Instant readBackAt,
        @Nullable Instant unreadableSince,
        @Nullable Instant beyondRecoverySince,
        @Nullable OnHold hold,
        @Nullable Boolean uncounted,
        boolean byHand,
        @Nullable String statement) {

    /** Of what was counted and no hold concerns. */
    public RequestItem(
            String key, String system, String category, long found, Outcome proposal, List<Outcome> allowed, @Nullable String ground,
            @Nullable String groundText, @Nullable LocalDate keptUntil, ItemState state, Map<String, Long> affected, @Nullable String problem,
            @Nullable Instant readBackAt, @Nullable Instant unreadableSince, @Nullable Instant beyondRecoverySince) {
        this(key, system, category, found, proposal, allowed, ground, groundText, keptUntil, state, affected, problem, readBackAt, unreadableSince,
                beyondRecoverySince, null, null, false, null);
    }

    /**
     * Why an item is not erased for now.
     *
     * @param ground key of the ground
     * @param groundText the ground in plain words, with its source
     * @param reviewOn the day somebody looks whether the hold is still needed
     * @param since since when the item waits for it; null while nothing is decided yet
     * @param begunBefore whether erasing it had begun before the hold was placed: a part may be gone
     * @param holds ids of the holds; only for staff, otherwise empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OnHold(String ground, String groundText, LocalDate reviewOn, @Nullable Instant since, boolean begunBefore, List<UUID> holds) {}
}
