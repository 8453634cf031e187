package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.innsyn.schemas.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a system was found to hold about the person, and what may be done with it.
 *
 * @param item names it within the request
 * @param category the data category, in the vocabulary of the access control table
 * @param found how many records
 * @param suggestion what is proposed unless somebody proposes otherwise
 * @param allowed which outcomes can be proposed
 * @param ground the ground for the suggestion, where it needs one ("bookkeeping-law")
 * @param keptUntil for keeping: until when, where the ground ends by itself
 * @param uncounted true where the system did not answer, so that nobody knows how many there are; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Holding(
        ItemKey item,
        String category,
        long found,
        Outcome suggestion,
        List<Outcome> allowed,
        @Nullable String ground,
        @Nullable LocalDate keptUntil,
        @Nullable Boolean uncounted) {

    /** Of what was counted. */
    public Holding(
            ItemKey item, String category, long found, Outcome suggestion, List<Outcome> allowed, @Nullable String ground, @Nullable LocalDate keptUntil) {
        this(item, category, found, suggestion, allowed, ground, keptUntil, null);
    }

    /** The same where nobody could count. */
    public Holding withoutCount() {
        return new Holding(item, category, 0, suggestion, allowed, ground, keptUntil, true);
    }
}
