package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about corrections. */
public final class CorrectionCommands {

    /** The longest value. */
    public static final int LONGEST_VALUE = 2_000;

    /** The longest key of a record. */
    public static final int LONGEST_KEY = 200;

    private CorrectionCommands() {}

    /**
     * What can be corrected by this service, and what is to be.
     *
     * @param possible which fields systems can correct themselves; people correct the others
     * @param corrections in the order in which they were written down
     */
    public record CorrectionList(List<CorrectableItem> possible, List<CorrectionLine> corrections) {}

    /**
     * @param item {@link RequestItem#key()}
     * @param fields names of its fields, as the system's description has them
     * @param key the field whose value names one of several records, as the copy shows it; null where records cannot be told apart
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CorrectableItem(String item, List<String> fields, @Nullable String key) {

        /** Of which records cannot be told apart. */
        public CorrectableItem(String item, List<String> fields) {
            this(item, fields, null);
        }
    }

    /**
     * One field.
     *
     * @param id names the correction
     * @param item which item
     * @param field which field
     * @param value what it has to say; empty once the request's data is erased
     * @param before what it said before it was corrected; null until then, and where nobody could look
     * @param by who wrote it down, an opaque id
     * @param at when
     * @param doneAt when the system said so and was looked up again; null until then
     * @param record which of several records, by its key; null for the only one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CorrectionLine(
            UUID id, String item, String field, String value, @Nullable String before, String by, Instant at, @Nullable Instant doneAt, @Nullable String record) {

        /** Of the only record. */
        public CorrectionLine(UUID id, String item, String field, String value, @Nullable String before, String by, Instant at, @Nullable Instant doneAt) {
            this(id, item, field, value, before, by, at, doneAt, null);
        }

        @Override
        public String toString() {
            return "CorrectionLine[" + item + ", " + field + "]";
        }
    }

    /**
     * @param version {@link RequestView#version()}
     * @param item {@link CorrectableItem#item()}
     * @param field one of its fields
     * @param value what it has to say, up to {@value #LONGEST_VALUE} characters
     * @param record which of several records: the value of {@link CorrectableItem#key()}, up to {@value #LONGEST_KEY} characters; null where there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Correct(long version, String item, String field, String value, @Nullable String record) {

        /** Of the only record. */
        public Correct(long version, String item, String field, String value) {
            this(version, item, field, value, null);
        }

        @Override
        public String toString() {
            return "Correct[" + item + ", " + field + "]";
        }
    }

    /**
     * @param version {@link RequestView#version()}
     * @param correction {@link CorrectionLine#id()}
     */
    public record Drop(long version, UUID correction) {}
}
