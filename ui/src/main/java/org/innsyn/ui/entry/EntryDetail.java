package org.innsyn.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.schemas.accesslog.AccessEntry.Details;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** Everything a reader may know about one log line. */
public final class EntryDetail extends Div {

    private final boolean yours;
    private final Words words;
    private final Moments moments;
    private final Vocabulary vocabulary;
    private final DescriptionList facts = new DescriptionList();

    /**
     * As the person reads it whose data it was: "your invoices".
     *
     * @param close puts the detail away
     */
    public static EntryDetail forTheirSubject(AccessEntry entry, Words words, Moments moments, Runnable close) {
        return new EntryDetail(entry, new Sentence(words).of(entry), true, words, moments, close);
    }

    /** As staff read it: in the words of the access control table. */
    public static EntryDetail forStaff(AccessEntry entry, String title, Words words, Moments moments, Runnable close) {
        return new EntryDetail(entry, title, false, words, moments, close);
    }

    private EntryDetail(
            AccessEntry entry, String title, boolean yours, Words words, Moments moments, Runnable close) {
        this.yours = yours;
        this.words = words;
        this.moments = moments;
        this.vocabulary = new Vocabulary(words);
        addClassName("detail");
        var closing = new Button(words.say("detail.close"), click -> close.run());
        closing.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        closing.addClassName("detail-close");
        facts.addClassName("facts");
        add(closing, new H2(title), verdict(entry.verdict()), facts);
        say(entry);
    }

    private Paragraph verdict(Verdict verdict) {
        var line = new Paragraph(words.say("verdict." + Words.name(verdict) + ".sentence"));
        line.addClassNames("verdict", "verdict-" + Words.name(verdict));
        return line;
    }

    private void say(AccessEntry entry) {
        fact("when", words.say("detail.when.text", moments.timeAndDay(entry.occurredAt()), moments.exact(entry.occurredAt())));
        fact("who", who(entry.actor()));
        fact("what", what(entry));
        fact("categories", entry.categories().stream().map(vocabulary::category).collect(Collectors.joining(", ")));
        fact("why", yours ? words.say("detail.why.text", vocabulary.purpose(entry.purpose()), entry.purpose()) : entry.purpose());
        fact("basis", yours ? vocabulary.legalBasis(entry.legalBasis()) : entry.legalBasis());
        if (entry.details() == null) {
            fact("gone", words.say("detail.gone.text"));
        } else {
            say(entry.details());
        }
        fact("source", entry.source());
        fact("recorded", words.say("detail.recorded.text", moments.exact(entry.recordedAt()), entry.number(), entry.policyVersion()));
    }

    private void say(Details details) {
        fact("case", details.caseReference());
        fact("justification", details.justification());
        fact("recipient", details.recipient());
        fact("fields", details.fields() == null ? null : String.join(", ", details.fields()));
        fact("record", details.recordReference());
        fact("address", details.clientAddress());
        fact("whose", details.identifiers() == null ? null : identifiers(details.identifiers()));
    }

    private String what(AccessEntry entry) {
        var operation = vocabulary.operation(entry.operation());
        return yours
                ? words.say("detail.what.text", operation, vocabulary.object(entry.object()), entry.object())
                : words.say("detail.what.staff", operation, entry.object());
    }

    private String who(ActorView actor) {
        var who = words.say("detail.who.text", vocabulary.actor(actor), vocabulary.kind(actor.kind()));
        var role = actor.role() == null ? "" : words.say("detail.who.role", actor.role());
        var id = actor.id() == null ? "" : words.say("detail.who.id", actor.id());
        return who + role + id;
    }

    private String identifiers(List<Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> words.say("identifier." + Words.name(identifier.type())) + " " + identifier.value())
                .collect(Collectors.joining(", "));
    }

    private void fact(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new DescriptionList.Term(words.say("detail." + name)), new DescriptionList.Description(value));
        }
    }
}
