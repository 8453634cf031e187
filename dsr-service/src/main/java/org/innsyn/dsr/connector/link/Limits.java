package org.innsyn.dsr.connector.link;

import java.time.Duration;

/**
 * What a system's answers may cost.
 *
 * @param connect how long it may take to be reached
 * @param silence how long it may say nothing in the middle of an answer
 * @param answer how long one answer may take from the question to its end, however steadily it comes
 * @param answerBytes how many bytes one answer may have
 */
public record Limits(Duration connect, Duration silence, Duration answer, long answerBytes) {

    /** For systems of one's own: 10 seconds, 30 seconds, 5 minutes, 64 MiB. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), 64L << 20);

    int connectMillis() {
        return Math.toIntExact(connect.toMillis());
    }

    int silenceMillis() {
        return Math.toIntExact(silence.toMillis());
    }
}
