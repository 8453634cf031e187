package org.innsyn.dsr.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.innsyn.schemas.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one item: proposed by a case-handler, and decided when the controller approves.
 *
 * @param item which item
 * @param outcome what
 * @param ground why it is kept, left out or declined; null for the other outcomes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(ItemKey item, Outcome outcome, @Nullable String ground) {

    /** Whether the outcome needs a ground: what is not given, not erased or not done must be accounted for (GDPR Art. 12(4), 17(3)). */
    @JsonIgnore
    public boolean needsGround() {
        return outcome == Outcome.KEEP || outcome == Outcome.LEAVE_OUT || outcome == Outcome.DECLINE;
    }
}
