package org.innsyn.schemas.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people send to move a request. Each but the first carries the version it was decided on. */
public final class RequestCommands {

    private RequestCommands() {}

    /**
     * @param right which right
     * @param message what the person wants to say, at most 4,000 characters
     * @param language in which they want to be written to; in all there are when nothing is said
     */
    public record Submit(Right right, @Nullable String message, @Nullable Language language) {

        /** In whatever language. */
        public Submit(Right right, @Nullable String message) {
            this(right, message, null);
        }

        @Override
        public String toString() {
            return "Submit[" + right + "]";
        }
    }

    /**
     * @param version the version it was prepared on
     * @param items one proposal for every item of the request
     * @param note for the controller, at most 4,000 characters
     */
    public record Prepare(long version, List<Proposal> items, @Nullable String note) {
        @Override
        public String toString() {
            return "Prepare[" + version + "]";
        }
    }

    /**
     * @param item {@link RequestItem#key()}
     * @param outcome one of {@link RequestItem#allowed()}
     * @param ground key of the ground, needed for keep and leave-out
     */
    public record Proposal(String item, Outcome outcome, @Nullable String ground) {}

    /** @param version the version that is approved */
    public record Approve(long version) {}

    /**
     * Refuses (GDPR Art. 12(4)) or, before approval, sends back nothing: a refusal is final.
     *
     * @param version the version that is refused
     * @param reason told to the person, at least 10 characters
     * @param ground which of the law's grounds it is; null when the reason alone says it
     */
    public record Refuse(long version, String reason, @Nullable RefusalGround ground) {

        /** For a reason that says it all. */
        public Refuse(long version, String reason) {
            this(version, reason, null);
        }

        @Override
        public String toString() {
            return "Refuse[" + version + "]";
        }
    }

    /**
     * The person's own answer to what the desk asked them.
     *
     * @param version the version they answer on
     * @param text the answer, at most 4,000 characters
     */
    public record Reply(long version, String text) {
        @Override
        public String toString() {
            return "Reply[" + version + "]";
        }
    }

    /** @param version the version that is taken back or run again */
    public record Move(long version) {}
}
