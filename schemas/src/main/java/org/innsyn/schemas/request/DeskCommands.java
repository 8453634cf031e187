package org.innsyn.schemas.request;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What staff send about a request beyond preparing and deciding it. Each carries the version it was decided on. Texts have at most 4,000 characters. */
public final class DeskCommands {

    private DeskCommands() {}

    /**
     * A request that came by another way than the portal.
     *
     * @param right which right
     * @param channel by which way
     * @param account whose data is meant
     * @param receivedAt when it reached any contact point of the company: the clock starts then, not when somebody noticed it
     * @param recognisedAt when somebody saw that it is a request; null when that was at once
     * @param message what the person wrote or said
     * @param language in which they want to be written to; in all there are when nothing is said
     */
    public record Enter(
            Right right, Channel channel, String account, Instant receivedAt, @Nullable Instant recognisedAt, @Nullable String message,
            @Nullable Language language) {

        /** In whatever language. */
        public Enter(Right right, Channel channel, String account, Instant receivedAt, @Nullable Instant recognisedAt, @Nullable String message) {
            this(right, channel, account, receivedAt, recognisedAt, message, null);
        }

        @Override
        public String toString() {
            return "Enter[" + right + ", " + channel + "]";
        }
    }

    /**
     * It was made sure who asks.
     *
     * @param method how; not by a portal session, which counts by itself
     */
    public record CheckIdentity(long version, IdentityMethod method) {}

    /**
     * The person was asked something.
     *
     * @param sentAt when the question was sent
     * @param text the question
     */
    public record Ask(long version, Question about, Instant sentAt, String text) {
        @Override
        public String toString() {
            return "Ask[" + version + ", " + about + "]";
        }
    }

    /**
     * The answer arrived, or the question is given up.
     *
     * @param arrivedAt when it arrived
     * @param text what it says
     */
    public record RecordAnswer(long version, Instant arrivedAt, @Nullable String text) {
        @Override
        public String toString() {
            return "RecordAnswer[" + version + "]";
        }
    }

    /**
     * Two further months (GDPR Art. 12(3)).
     *
     * @param ground complexity or number-of-requests
     * @param sentAt when the notice was sent to the person
     * @param deliveryRecord what shows that it was delivered (a receipt's number); without one the extension has no effect
     * @param reasons the reasons, as the person was told them
     */
    public record Extend(long version, String ground, Instant sentAt, @Nullable String deliveryRecord, String reasons) {
        @Override
        public String toString() {
            return "Extend[" + version + ", " + ground + "]";
        }
    }

    /**
     * Have the notice of an extension sent; the period is extended when a mail server has it, if that is in time.
     *
     * @param ground complexity or number-of-requests
     * @param reasons the reasons, as they stand in the letter: nothing in them that need not be there
     */
    public record AnnounceExtension(long version, String ground, String reasons) {
        @Override
        public String toString() {
            return "AnnounceExtension[" + version + ", " + ground + "]";
        }
    }

    /**
     * A recipient said that they know (GDPR Art. 19).
     *
     * @param acknowledgedAt when they said so
     * @param text what they said
     */
    public record Acknowledge(Instant acknowledgedAt, @Nullable String text) {
        @Override
        public String toString() {
            return "Acknowledge[" + acknowledgedAt + "]";
        }
    }

    /**
     * The code the person told.
     *
     * @param code eight digits
     */
    public record ConfirmCode(String code) {
        @Override
        public String toString() {
            return "ConfirmCode[]";
        }
    }

    /** The data protection officer's opinion. */
    public record GiveOpinion(long version, Opinion opinion, String text) {
        @Override
        public String toString() {
            return "GiveOpinion[" + version + ", " + opinion + "]";
        }
    }

    /** @param text why, or what has changed since */
    public record Explain(long version, String text) {
        @Override
        public String toString() {
            return "Explain[" + version + "]";
        }
    }

    /**
     * The person took it back, and told it by another way than the portal.
     *
     * @param channel by which way
     */
    public record RecordWithdrawal(long version, Channel channel) {}

    /**
     * A closed request is taken up again.
     *
     * @param askedAt when the person asked for it
     * @param text what came up
     */
    public record Reopen(long version, ReopeningGround ground, Instant askedAt, String text) {
        @Override
        public String toString() {
            return "Reopen[" + version + ", " + ground + "]";
        }
    }

    /**
     * An item was carried out by a person.
     *
     * @param item {@link RequestItem#key()}
     * @param affected what was done, counted ("corrected" -> 2)
     * @param statement exactly what was done; the person reads it
     */
    public record RecordByHand(long version, String item, Map<String, Long> affected, String statement) {
        @Override
        public String toString() {
            return "RecordByHand[" + version + ", " + item + "]";
        }
    }
}
