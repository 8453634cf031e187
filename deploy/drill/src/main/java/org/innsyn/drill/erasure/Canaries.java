package org.innsyn.drill.erasure;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.innsyn.drill.scan.Needles;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.BulkPart;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.IdentifierType;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.identity.Identity;

/** A string for every field in which personal data may come, each different and found nowhere else in the world. */
final class Canaries {

    private static final int LENGTH = 20;

    private final RandomGenerator random;
    private final Map<String, String> all = new LinkedHashMap<>();

    Canaries(RandomGenerator random) {
        this.random = random;
    }

    /** A new one for a field: lower-case letters, so that no normalising changes it. */
    String of(String field) {
        return remember(field, "a", "z");
    }

    /** A new one of digits. */
    String digits(String field) {
        return remember(field, "0", "9");
    }

    private String remember(String field, String from, String to) {
        var value = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            value.append((char) random.nextInt(from.charAt(0), to.charAt(0) + 1));
        }
        all.put(field, value.toString());
        return value.toString();
    }

    Map<String, String> all() {
        return Map.copyOf(all);
    }

    Needles needles() {
        var needles = new Needles();
        all.forEach(needles::with);
        return needles;
    }

    /** A disclosure of the account's data with a canary in every field that may say something about a person. */
    AccessEvent report(String way, String source, String account) {
        return AccessEvent.of(source, of(way + " event id"), OffsetDateTime.parse("2026-03-02T14:05:00+01:00"), new AccessData(
                List.of(new Person(List.of(Identifier.account(account), new Identifier(IdentifierType.CUSTOMER_NUMBER, of(way + " customer number")),
                        Identifier.email(of(way + " e-mail") + "@mail.example"), new Identifier(IdentifierType.PHONE, "+47" + digits(way + " phone"))))),
                new Actor(of(way + " actor"), ActorKind.STAFF, "support/tier-1", "agent"), Operation.DISCLOSE, "/customers/contact", List.of("contact-details"),
                "support.case", "contract", "because " + of(way + " justification") + " asked", of(way + " case"), of(way + " recipient"), List.of(of(way + " field")),
                "customers/" + of(way + " record"), of(way + " client address"), null, new BulkPart(of(way + " bulk id"), 1, 1)));
    }

    /** Who this account is, as the company has verified it. */
    Identity identity(String account) {
        return new Identity(account, null, List.of(of("identity e-mail") + "@mail.example"), List.of("+47" + digits("identity phone")));
    }
}
