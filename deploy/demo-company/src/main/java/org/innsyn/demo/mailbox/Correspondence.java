package org.innsyn.demo.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.datafaker.Faker;

/** Makes up what one customer writes and is written. */
final class Correspondence {

    private static final List<String> FAMILY = List.of(
            "Bursdag på søndag", "Bilder fra hytta", "Hvem henter på fredag?", "Oppskrift på blåbærsyltetøy", "Re: Ferieplaner");
    private static final List<String> ORDERS = List.of("Kvittering for kjøpet ditt", "Pakken er på vei", "Faktura", "Billetter til Bergen – 2 voksne");
    private static final List<String> WORK = List.of("Møtereferat", "Utkast til avtale", "Spørsmål om timelisten", "Ønsker og mål for høsten");

    private final Random random;
    private final Faker faker;
    private final Instant now;
    private final Owner owner;

    Correspondence(Random random, Faker faker, Instant now, Owner owner) {
        this.random = random;
        this.faker = faker;
        this.now = now;
        this.owner = owner;
    }

    /**
     * One message.
     *
     * @param folder where it lies, {@code .} between outer and inner folders
     * @param from whose it is, an address
     * @param to whom it was written to
     * @param at when it was received
     * @param read whether it was read
     * @param attachment the name of a file that hangs on it; empty for none
     */
    record Letter(String folder, String from, String to, String subject, String text, Instant at, boolean read, String attachment) {}

    List<Letter> messages() {
        var letters = new ArrayList<Letter>();
        for (int i = 5 + random.nextInt(6); i > 0; i--) {
            letters.add(received("INBOX", random.nextBoolean() ? FAMILY : ORDERS));
        }
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            letters.add(received("Arkiv.Jobb", WORK));
            letters.add(received("Familie", FAMILY));
        }
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            letters.add(new Letter("Sent", owner.email(), somebody(), "Re: " + one(FAMILY), text(), past(), true, ""));
        }
        return letters;
    }

    private Letter received(String folder, List<String> subjects) {
        String subject = one(subjects);
        return new Letter(folder, somebody(), owner.email(), subject, text(), past(), random.nextInt(4) > 0,
                subject.startsWith("Bilder") ? "hytta på påsken.jpg" : subject.startsWith("Utkast") ? "avtale.txt" : "");
    }

    private String somebody() {
        return faker.name().firstName() + " " + faker.name().lastName() + " <post" + random.nextInt(10_000) + "@elsewhere.example>";
    }

    private String text() {
        return "Hei!\n\n" + faker.lorem().paragraph() + "\n\nHilsen oss på Østre Ås\n";
    }

    private Instant past() {
        return now.minus(Duration.ofMinutes(60 + random.nextInt(600 * 24 * 60)));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
