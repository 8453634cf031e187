package org.innsyn.ui.services;

/**
 * Why a service did not do what it was asked. Pages say it in words by {@link #kind()}; the message is for logs and
 * names nobody.
 */
public final class ServiceProblem extends RuntimeException {

    private final Kind kind;

    ServiceProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What a page can say and do about it. */
    public enum Kind {
        /** The service does not answer, or says itself that it cannot work now. Trying again later may help. */
        AWAY,
        /** The sign-in has run out. */
        SIGN_IN,
        /** The sign-in is too long ago for what cannot be undone, or leaves the house. */
        SIGN_IN_AGAIN,
        /** Reading could not be recorded, and so nothing was shown. */
        NOT_RECORDED,
        /** Somebody else changed it in the meantime. */
        STALE,
        /** Its state does not allow it any more, or not yet. */
        NOT_NOW,
        /** One person would prepare and decide. */
        SAME_PERSON,
        /** It does not exist, or is somebody else's. */
        NOT_FOUND,
        /** The role does not allow it. */
        NOT_ALLOWED,
        /** Something in what was sent cannot be used. */
        INVALID,
        /** It was asked for too often. */
        TOO_MANY,
        /** The code that was entered is not the one, or not any more. */
        CODE_WRONG,
        /** Anything else: a fault of ours. */
        FAULT
    }
}
