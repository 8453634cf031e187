package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What to count. Days are those of the reader's time zone.
 *
 * @param from first day
 * @param to last day, at most {@value #MAX_DAYS} days later
 * @param zone whose days are meant
 * @param by what is told apart
 */
public record FiguresQuery(LocalDate from, LocalDate to, ZoneId zone, By by) {

    public static final int MAX_DAYS = 400;

    /** What accesses can be told apart by. An access without a value of its kind (a program without a unit) is counted as {@value #NONE}. */
    public enum By {
        @JsonProperty("actor-kind") ACTOR_KIND,
        @JsonProperty("purpose") PURPOSE,
        @JsonProperty("unit") UNIT,
        @JsonProperty("operation") OPERATION,
        @JsonProperty("source") SOURCE,
        @JsonProperty("verdict") VERDICT
    }

    /** Stands for an access that has no value to be told apart by. */
    public static final String NONE = "none";
}
