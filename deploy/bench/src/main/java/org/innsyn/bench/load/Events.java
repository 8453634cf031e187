package org.innsyn.bench.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import tools.jackson.databind.json.JsonMapper;

/** Accesses as a support desk reports them, with {@value #DETAIL_BYTES} bytes of what goes into the vault. */
public final class Events {

    /** Identifiers, justification, case, fields, record and address together. */
    public static final int DETAIL_BYTES = 300;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    /** So many that nobody among them reads much for a person: mass reading is looked for, and not found. */
    private static final int ACTORS = 10_000;
    /** Within the last hour of when the measurement began, because what is reported a day late is not looked at as closely. */
    private static final OffsetDateTime BEGIN = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).minusHours(1);
    private static final List<String> FIELDS = List.of("email", "phone", "postal-address", "billing-address");

    private Events() {}

    /** The {@code number}-th event of {@code source}, about {@code person}. The same for the same arguments in one run. */
    public static AccessEvent event(String source, String id, int number, int person) {
        var account = Population.account(person);
        var actor = new Actor(actor(number % ACTORS), ActorKind.STAFF, "support/tier-1", "agent");
        var caseReference = "case-%08d".formatted(number);
        var record = "customers/" + account + "/contact";
        var address = "192.0.2." + number % 250;
        // [{"type":"account","value":"..."}] and ["email",...], as they are sealed.
        int others = account.length() + 33 + caseReference.length() + 53 + record.length() + address.length();
        var justification = "looked at to answer the customer's question about the contact details of the account "
                .repeat(4).substring(0, DETAIL_BYTES - others);
        return AccessEvent.of(source, id, BEGIN.plusSeconds(number % 3_600), new AccessData(
                List.of(Person.of(Identifier.account(account))), actor, Operation.READ, "/customers/contact", List.of("contact-details"),
                "support.case", "contract", justification, caseReference, null, FIELDS, record, address, null, null));
    }

    /** Everybody who makes accesses, for the staff directory. */
    public static Stream<String> actors() {
        return IntStream.range(0, ACTORS).mapToObj(Events::actor);
    }

    private static String actor(int number) {
        return "agent-%04d".formatted(number);
    }

    /** An event as it travels. */
    public static byte[] json(AccessEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    /** A batch as it travels. */
    public static byte[] json(List<AccessEvent> batch) {
        return JSON.writeValueAsBytes(batch);
    }
}
