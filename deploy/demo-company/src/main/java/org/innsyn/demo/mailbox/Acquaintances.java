package org.innsyn.demo.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;

/** Makes up whom one customer knows and what they have planned. */
final class Acquaintances {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> PLANS = List.of("Tannlege", "Middag hos Åse", "Foreldremøte", "Løpetur", "Årsmøte i borettslaget");

    private final Random random;
    private final Faker faker;
    private final LocalDate today;

    Acquaintances(Random random, Faker faker, Instant now) {
        this.random = random;
        this.faker = faker;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** vCards by their names, some of an older version. */
    Map<String, String> contacts() {
        var cards = new LinkedHashMap<String, String>();
        for (int i = 4 + random.nextInt(10); i > 0; i--) {
            String first = faker.name().firstName();
            String last = faker.name().lastName();
            String uid = "contact-" + i;
            cards.put(uid + ".vcf", lines(
                    "BEGIN:VCARD", i % 2 == 0 ? "VERSION:3.0" : "VERSION:4.0", "UID:" + uid, "FN:" + first + " " + last, "N:" + last + ";" + first + ";;;",
                    "EMAIL:post" + random.nextInt(10_000) + "@elsewhere.example", "TEL;TYPE=CELL:+47" + (40_000_000 + random.nextInt(9_999_999)), "END:VCARD"));
        }
        return cards;
    }

    /** Calendar objects by their names, one of them every week. */
    Map<String, String> plans() {
        var plans = new LinkedHashMap<String, String>();
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            plans.put("plan-" + i + ".ics", event("plan-" + i, today.plusDays(random.nextInt(200) - 150L), PLANS.get(random.nextInt(PLANS.size())), ""));
        }
        plans.put("weekly.ics", event("weekly", today.minusDays(100), "Kor på Grünerløkka", "RRULE:FREQ=WEEKLY"));
        return plans;
    }

    private static String event(String uid, LocalDate day, String what, String repeated) {
        return lines(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Innsyn//Demo company//NO", "BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:" + DAY.format(day) + "T080000Z",
                "DTSTART:" + DAY.format(day) + "T160000Z", "DTEND:" + DAY.format(day) + "T170000Z", "SUMMARY:" + what, repeated, "END:VEVENT", "END:VCALENDAR");
    }

    private static String lines(String... lines) {
        var text = new StringBuilder();
        for (String line : lines) {
            if (!line.isEmpty()) {
                text.append(line).append("\r\n");
            }
        }
        return text.toString();
    }
}
