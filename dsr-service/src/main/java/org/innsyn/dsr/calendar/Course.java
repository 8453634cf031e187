package org.innsyn.dsr.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one request that its limit depends on.
 *
 * @param receivedAt when it reached any contact point of the controller (rule L1)
 * @param extension the extension, where one took effect
 * @param pauses the times in which the clock stood still, oldest first; none overlap
 * @param openQuestion the question whose answer is still awaited, where there is one
 */
public record Course(Instant receivedAt, @Nullable Extension extension, List<Pause> pauses, @Nullable Question openQuestion) {

    /** Received, and nothing else yet. */
    public static Course from(Instant receivedAt) {
        return new Course(receivedAt, null, List.of(), null);
    }

    /** With an extension that took effect. */
    public Course with(Extension extension) {
        return new Course(receivedAt, extension, pauses, openQuestion);
    }

    /** As if it had not been extended. */
    public Course withoutExtension() {
        return new Course(receivedAt, null, pauses, openQuestion);
    }

    /** The clock stands still from now on. */
    public Course asking(Question question) {
        return new Course(receivedAt, extension, pauses, question);
    }

    /** The answer to the open question arrived, and the clock goes on. */
    public Course answered(Instant answeredAt) {
        return openQuestion == null
                ? this
                : new Course(receivedAt, extension, Stream.concat(pauses.stream(), Stream.of(new Pause(openQuestion, answeredAt))).toList(), null);
    }

    /**
     * Further months.
     *
     * @param ground why ("complexity"), one of the rule pack's
     * @param noticeSentAt when the person was told, with the reasons
     */
    public record Extension(String ground, Instant noticeSentAt) {}

    /**
     * Something the person was asked.
     *
     * @param about what: "identity" or "clarification"
     * @param askedAt when the question was sent
     */
    public record Question(String about, Instant askedAt) {}

    /** A time in which the clock stood still. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pause(Question question, Instant answeredAt) {}
}
