package org.innsyn.demo.company;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.innsyn.demo.company.Customer.Domain;
import org.innsyn.demo.company.Customer.Invoice;
import org.innsyn.demo.company.Customer.Subscription;

/** Makes customers up: the same seed makes the same people, dates count back from today. */
final class CustomerGenerator {

    private static final int FIRST_ACCOUNT = 10_001;

    private final Random random;
    private final Faker faker;
    private final CaseGenerator cases;
    private final LocalDate today;

    CustomerGenerator(long seed, Clock clock) {
        random = new Random(seed);
        faker = new Faker(Locale.of("nb", "NO"), random);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        cases = new CaseGenerator(random, clock.instant());
    }

    /** @param index from 0; account, customer number and address are unique by it */
    Customer next(int index) {
        String account = "k" + (FIRST_ACCOUNT + index);
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        String mailbox = ascii(first) + "." + ascii(last) + (index + 1);
        Plan plan = Plan.values()[Math.min(Plan.values().length - 1, random.nextInt(6))];
        LocalDate joined = today.minusDays(30 + random.nextInt(6 * 365));
        return new Customer(
                index + 1,
                account,
                String.valueOf(400_000 + index),
                first + " " + last,
                mailbox + "@post.example",
                "+47" + (40_000_000 + random.nextInt(9_999_999)),
                faker.address().streetAddress(),
                faker.address().zipCode(),
                faker.address().city(),
                atNoon(joined),
                new Subscription(plan.title(), plan.monthly(), joined),
                invoices(plan, joined),
                domains(plan, last, index),
                aliases(mailbox),
                cases.of(joined));
    }

    /** Every quarter since they joined; the last one may still be unpaid. */
    private List<Invoice> invoices(Plan plan, LocalDate joined) {
        List<Invoice> invoices = new ArrayList<>();
        BigDecimal amount = plan.monthly().multiply(BigDecimal.valueOf(3));
        for (LocalDate issued = joined; issued.isBefore(today); issued = issued.plusMonths(3)) {
            LocalDate paid = issued.plusDays(3 + random.nextInt(20));
            invoices.add(new Invoice(issued, amount, paid.isBefore(today) ? paid : null));
        }
        return invoices;
    }

    private List<Domain> domains(Plan plan, String last, int index) {
        int count = plan == Plan.BUSINESS ? 1 + random.nextInt(3) : random.nextInt(10) == 0 ? 1 : 0;
        List<Domain> domains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate registered = today.minusDays(random.nextInt(3 * 365));
            domains.add(new Domain(
                    ascii(last) + "-" + (index + 1) + (i == 0 ? "" : "-" + i) + ".example",
                    registered,
                    today.plusDays(10 + random.nextInt(355))));
        }
        return domains;
    }

    private List<String> aliases(String mailbox) {
        List<String> aliases = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            aliases.add(mailbox + "+" + List.of("handel", "nyhetsbrev", "skole").get(i - 1) + "@post.example");
        }
        return aliases;
    }

    private static Instant atNoon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** A mailbox name: letters a to z only. */
    private static String ascii(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("ø", "o").replace("æ", "ae").replace("å", "a");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }
}
