package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about records that are kept out of a copy. */
public final class Withholdings {

    /** The most records one look shows. */
    public static final int MOST_SHOWN = 200;

    private Withholdings() {}

    /**
     * A part of what an item's copy would hold.
     *
     * @param records in order
     * @param more whether there are further ones
     */
    public record Contents(List<RecordLine> records, boolean more) {}

    /**
     * One record or file.
     *
     * @param record names it by what it says: another name means another content, or another place
     * @param text what it is: a table's fields, or a file's folder and name
     * @param withheld whether it is kept out
     */
    public record RecordLine(String record, String text, boolean withheld) {
        @Override
        public String toString() {
            return "RecordLine[]";
        }
    }

    /**
     * @param item {@link RequestItem#key()}
     * @param record {@link RecordLine#record()}
     * @param ground key of a ground for leaving out
     */
    public record Withhold(String item, String record, String ground) {}

    /** @param withholding {@link Withholding#id()} */
    public record Give(UUID withholding) {}

    /**
     * What the person is told: never which records.
     *
     * @param item {@link RequestItem#key()}
     * @param records how many of its records are kept out on this ground
     * @param ground the ground's key
     * @param groundText the ground in plain words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithheldPart(String item, long records, String ground, @Nullable String groundText) {}

    /**
     * A record that is kept out.
     *
     * @param id names the withholding
     * @param item which item it is of
     * @param record which record
     * @param ground the ground's key
     * @param groundText the ground in plain words
     * @param by who decided it, an opaque id
     * @param at when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Withholding(UUID id, String item, String record, String ground, @Nullable String groundText, String by, Instant at) {}
}
