package org.innsyn.dsr.request;

import java.util.Objects;

/** A command that was not carried out; nothing changed. The message is for people and names no person. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param message says what was not done and what to do next, and names no person */
    public Rejected(Reason reason, String message) {
        super(Objects.requireNonNull(message));
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons there are; their names in lower case with hyphens are the problem types of the API. */
    public enum Reason {
        /** The request's state does not allow it. */
        NOT_NOW,
        /** Somebody changed the request since it was read. */
        STALE,
        /** One person would prepare and decide, or decide about themselves. */
        SAME_PERSON,
        /** The content of the command is wrong. */
        INVALID,
        /** It was not made sure who asks (GDPR Art. 12(6)). */
        IDENTITY_UNKNOWN,
        /** The data protection officer stopped it. */
        STOPPED,
        /** The request belongs to somebody else. */
        NOT_THEIRS;

        /** The reason as programs read it ("not-now"). */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
