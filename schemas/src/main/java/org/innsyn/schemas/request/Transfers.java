package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about transfers to accounts elsewhere. */
public final class Transfers {

    private Transfers() {}

    /** How far a transfer has come. */
    public enum TransferState {
        /** It is being carried out, or tried again. */
        @JsonProperty("running") RUNNING,
        /** Everything is there and was found to be the same. */
        @JsonProperty("done") DONE,
        /** It ended, and not everything is there as it is here. */
        @JsonProperty("partly-done") PARTLY_DONE,
        /** It could not be done. */
        @JsonProperty("failed") FAILED
    }

    /**
     * @param item {@link RequestItem#key()} of mail, contacts or calendars
     * @param address {@code imaps://host} for mail, {@code https://host} for contacts and calendars; a public address
     * @param username who signs in there
     * @param password their password there
     */
    public record StartTransfer(String item, String address, String username, String password) {
        @Override
        public String toString() {
            return "StartTransfer[]";
        }
    }

    /**
     * What can be put into an account elsewhere.
     *
     * @param item {@link RequestItem#key()}
     * @param category what it is, in the vocabulary of the access control table: "mail", "contacts", "calendar"
     * @param scheme how the address of the other account begins: "imaps" or "https"
     */
    public record Transferable(String item, String category, String scheme) {}

    /**
     * A transfer.
     *
     * @param id names it
     * @param item which item
     * @param state how far it has come
     * @param records how many records there are here; 0 until it is over
     * @param added how many were put there; the others were there already
     * @param different how many are missing there or not the same
     * @param problem why it failed, in plain words without personal data
     * @param startedAt since when
     * @param finishedAt until when; null while it runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Transfer(
            UUID id, String item, TransferState state, long records, long added, long different, @Nullable String problem, Instant startedAt,
            @Nullable Instant finishedAt) {}
}
