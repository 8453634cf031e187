package org.innsyn.drill.load;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.innsyn.bench.load.Events;
import org.innsyn.bench.load.Population;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;

/** What an application reports, the same for the same number: it can be sent again after any answer, and counted afterwards. */
public final class Reports {

    private static final int PEOPLE = 400;
    private static final Population POPULATION = new Population(PEOPLE);
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-03-02T08:00:00+01:00");

    private Reports() {}

    /** Whose data the {@code number}-th report of {@code source} is about; some people are looked at much more often than others. */
    public static int person(String source, long number) {
        return POPULATION.draw(new SplittableRandom(source.hashCode() * 31L + number));
    }

    /** As many reports as {@code count}, from {@code first} on; each carries its number as the source's own counter. */
    static List<AccessEvent> of(String source, long first, int count) {
        return LongStream.range(first, first + count).mapToObj(number -> of(source, number)).toList();
    }

    private static AccessEvent of(String source, long number) {
        var account = Population.account(person(source, number));
        return AccessEvent.of(source, Long.toString(number), BEGIN.plusSeconds(number % 1_000_000), new AccessData(
                List.of(Person.of(Identifier.account(account))), new Actor("agent-%03d".formatted(number % 100), ActorKind.STAFF, "support/tier-1", "agent"),
                Operation.READ, "/customers/contact", List.of("contact-details"), "support.case", "contract",
                "looked at to answer the case", "case-%08d".formatted(number), null, List.of("email", "phone"), "customers/" + account, "192.0.2.7", number, null));
    }

    static byte[] json(AccessEvent event) {
        return Events.json(event);
    }

    static byte[] json(List<AccessEvent> batch) {
        return Events.json(batch);
    }
}
