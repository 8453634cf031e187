package org.innsyn.demo.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.innsyn.demo.company.Customer.Message;
import org.innsyn.demo.company.Customer.SupportCase;

/** Makes up what customers asked support. */
final class CaseGenerator {

    /** What it is about, what the customer wrote, what support answered. */
    private record Conversation(String topic, String question, String answer) {}

    private static final List<Conversation> CONVERSATIONS = List.of(
            new Conversation("Får ikke logget inn", "Hei, passordet mitt virker ikke lenger etter ferien.", "Vi har sendt en lenke til telefonen din. Den virker i en time."),
            new Conversation("Flytting", "Vi har flyttet. Kan dere endre adressen vår?", "Adressen er endret, og neste faktura kommer dit."),
            new Conversation("Faktura", "Jeg har fått to fakturaer for samme kvartal.", "Den ene er kreditert. Du kan se bort fra den."),
            new Conversation("E-post kommer ikke fram", "Meldingene mine til jobben kommer i retur.", "Mottakeren avviste dem som søppelpost. Vi har meldt fra til dem."),
            new Conversation("Eget domene", "Hvordan kobler jeg domenet mitt til postkassen?", "Vi har lagt inn oppføringene for deg. Det tar opptil et døgn."),
            new Conversation("Full postkasse", "Jeg får beskjed om at postkassen er full.", "Du kan slette store vedlegg eller bytte abonnement. Vi har gitt deg litt ekstra plass så lenge."));

    private final Random random;
    private final Instant now;

    CaseGenerator(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    List<SupportCase> of(LocalDate joined) {
        List<SupportCase> cases = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            cases.add(next(joined.atStartOfDay().toInstant(ZoneOffset.UTC)));
        }
        return cases;
    }

    private SupportCase next(Instant joined) {
        Conversation conversation = CONVERSATIONS.get(random.nextInt(CONVERSATIONS.size()));
        long span = Math.max(1, Duration.between(joined, now).toHours());
        Instant opened = joined.plus(Duration.ofHours(random.nextLong(span)));
        boolean open = random.nextInt(5) == 0;
        List<Message> messages = new ArrayList<>();
        messages.add(new Message("customer", conversation.question(), opened));
        if (!open) {
            messages.add(new Message("staff", conversation.answer(), opened.plus(Duration.ofHours(2))));
        }
        return new SupportCase(conversation.topic(), open, opened, messages);
    }
}
