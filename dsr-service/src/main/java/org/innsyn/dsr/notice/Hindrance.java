package org.innsyn.dsr.notice;

import org.innsyn.schemas.request.NoticeHindrance;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter waits, was given up or did not arrive.
 *
 * @param kind null for what was written down before there were kinds
 * @param detail a code of the mail server, or a number of days; null where nothing more is to be said
 * @param sentence the same in plain words, for who reads neither; names nobody
 */
public record Hindrance(@Nullable NoticeHindrance kind, @Nullable String detail, String sentence) {

    public static final Hindrance NO_SERVER = new Hindrance(NoticeHindrance.NO_SERVER, null, "No mail server is configured (innsyn.mail.url), so this waits.");
    public static final Hindrance NO_ADDRESS = new Hindrance(NoticeHindrance.NO_ADDRESS, null, "No address is known. Tell them in another way, and record it.");
    public static final Hindrance TOO_LATE = new Hindrance(NoticeHindrance.TOO_LATE, null, "Its time was over before it could be sent.");
    static final Hindrance UNUSABLE_ADDRESS = new Hindrance(NoticeHindrance.UNUSABLE_ADDRESS, null, "The address that is known is none a letter can be sent to.");

    public static Hindrance triedFor(long days) {
        return new Hindrance(NoticeHindrance.TRIED_LONG, String.valueOf(days), "It was tried for " + days + " days.");
    }

    public static Hindrance addressAway(String sentence) {
        return new Hindrance(NoticeHindrance.ADDRESS_AWAY, null, sentence);
    }

    static Hindrance refused(int code) {
        return new Hindrance(NoticeHindrance.REFUSED, String.valueOf(code), "The mail server refused it for good (" + code + ").");
    }

    static Hindrance notTaken(int code) {
        return new Hindrance(NoticeHindrance.NOT_TAKEN, String.valueOf(code), "The mail server did not take it (" + code + "). It is tried again.");
    }

    static Hindrance noAnswer(Exception e) {
        return new Hindrance(NoticeHindrance.NO_ANSWER, null, "The mail server did not answer as it should (" + e.getClass().getSimpleName() + "). It is tried again.");
    }

    static Hindrance cameBack(String status) {
        return new Hindrance(NoticeHindrance.CAME_BACK, status, "It came back (" + status + "): nobody was told by it. Tell them in another way, and record it.");
    }

    static Hindrance late(String status) {
        return new Hindrance(NoticeHindrance.LATE, status, "A mail server on its way says that it is late (" + status + "), and goes on trying. It may still come back.");
    }
}
