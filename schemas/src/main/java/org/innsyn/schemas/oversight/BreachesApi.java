package org.innsyn.schemas.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The record of personal data breaches (GDPR Art. 33(5)). Roles dpo and controller. A finding that is concluded as a breach opens one by itself. Whatever
 * changes one names the version it was decided on: 409 (problem {@code stale}) when somebody else was faster, {@code not-now} when it is closed or lacks
 * something; nothing was changed then. Texts have at most {@value #MAX_TEXT} characters and are kept encrypted.
 */
@HttpExchange("/api/v1/breaches")
public interface BreachesApi {

    int MAX_TEXT = 4_000;

    /** All there are, last opened first; without their texts and history. */
    @GetExchange
    List<BreachView> all();

    /** 404 when there is none with this id. */
    @GetExchange("/{breach}")
    BreachView find(@PathVariable("breach") UUID breach);

    /** Opens one that no finding showed. */
    @PostExchange
    BreachView open(@RequestBody Open open);

    /** Says, as far as it is known now, what happened (GDPR Art. 33(3)). What was said before stays in the history. */
    @PostExchange("/{breach}/facts")
    BreachView state(@PathVariable("breach") UUID breach, @RequestBody State state);

    /** Records that the supervisory authority was notified, or why not (GDPR Art. 33(1)). */
    @PostExchange("/{breach}/authority")
    BreachView decideAuthority(@PathVariable("breach") UUID breach, @RequestBody Decide decide);

    /** Records that the people concerned were told, or why not (GDPR Art. 34). */
    @PostExchange("/{breach}/persons")
    BreachView decidePersons(@PathVariable("breach") UUID breach, @RequestBody Decide decide);

    /** Ends it: only once the facts and both decisions are there. */
    @PostExchange("/{breach}/closing")
    BreachView close(@PathVariable("breach") UUID breach, @RequestBody Move move);

    /** Opens it again. */
    @PostExchange("/{breach}/reopening")
    BreachView reopen(@PathVariable("breach") UUID breach, @RequestBody Move move);

    /**
     * @param awareAt when the company became aware of it: the 72 hours run from then
     * @param what in a few words, at least 10 characters
     */
    record Open(Instant awareAt, String what) {
        @Override
        public String toString() {
            return "Open[]";
        }
    }

    /**
     * @param version the version it was decided on
     * @param happenedAt when it began, as far as known
     * @param kinds what was broken
     * @param categories which data, as codes of the access control table ("contact-details")
     * @param people about how many people
     * @param records about how many records
     * @param what what happened
     * @param consequences what is likely to come of it for the people
     * @param measures what was and will be done about it
     */
    record State(
            long version,
            @Nullable Instant happenedAt,
            List<BreachKind> kinds,
            List<String> categories,
            long people,
            long records,
            String what,
            String consequences,
            String measures) {
        @Override
        public String toString() {
            return "State[" + version + "]";
        }
    }

    /**
     * @param version the version it was decided on
     * @param told whether they were told
     * @param toldAt when; needed if they were
     * @param reason if not told: why not; if told late: why late; else whatever helps, may be empty
     */
    record Decide(long version, boolean told, @Nullable Instant toldAt, @Nullable String reason) {
        @Override
        public String toString() {
            return "Decide[" + version + ", " + told + "]";
        }
    }

    /** @param version the version it was decided on */
    record Move(long version) {}
}
