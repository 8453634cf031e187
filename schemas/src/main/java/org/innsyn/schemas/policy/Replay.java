package org.innsyn.schemas.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another table would have said of what was recorded.
 *
 * @param judged how many entries were judged again
 * @param unchanged how many of them keep their verdict
 * @param notJudged how many could not be: recorded before the staff directory was asked
 * @param changes what changes, most first, at most {@value #MAX_CHANGES}
 * @param further how many entries change beyond those
 */
public record Replay(long judged, long unchanged, long notJudged, List<Change> changes, long further) {

    /** The most lines a replay tells apart. */
    public static final int MAX_CHANGES = 1_000;

    /**
     * Entries whose verdict would be another.
     *
     * @param object path of the object
     * @param unit the unit the directory has for the actor, or the reporter claims for who is not in it
     * @param purpose why it was done
     * @param allowed true when the other table allows what was outside policy; false when it no longer allows it
     * @param entries how many
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String object, @Nullable String unit, String purpose, boolean allowed, long entries) {}
}
