package org.innsyn.ui.letters;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView.State;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The letters about a request as staff see them, oldest first; nothing where there is none. What they say is not repeated. */
public final class LetterList extends Section {

    private final DueDate due;
    private final Words words;
    private final Moments moments;

    public LetterList(RequestView request, Words words, Moments moments) {
        this.due = request.due();
        this.words = words;
        this.moments = moments;
        addClassName("letters");
        setVisible(!request.notices().isEmpty());
        var list = new UnorderedList();
        request.notices().stream().map(this::line).forEach(list::add);
        add(new H2(words.say("letters")), list);
    }

    private ListItem line(NoticeView letter) {
        var state = new Span(words.say("letter-state." + Words.name(letter.state())));
        state.addClassNames("badge", switch (letter.state()) {
            case WAITING -> "badge-moving";
            case SENT -> "badge-quiet";
            case FAILED, BOUNCED -> "badge-needs-you";
        });
        var top = new Div(new Span(words.say("letter." + Words.name(letter.kind()))), state);
        top.addClassName("card-top");
        var line = new ListItem(top);
        if (letter.kind() == NoticeKind.RECIPIENT) {
            line.add(new Paragraph(letter.recipient() == null ? words.say("letter.recipient-gone") : Words.quoted(letter.recipient())));
            line.add(small(letter.acknowledgedAt() == null ? words.say("letter.unacknowledged") : words.say("letter.acknowledged", moments.timeAndDay(letter.acknowledgedAt()))));
        }
        line.add(small(letter.sentAt() == null ? words.say("letter.since", moments.timeAndDay(letter.createdAt())) : words.say("letter.sent", moments.timeAndDay(letter.sentAt()))));
        if (letter.kind() == NoticeKind.EXTENSION && due.firstLimit() != null) {
            line.add(small(extension(letter)));
        }
        if (letter.hindrance() != null) {
            line.add(small(words.say("letter-hindrance." + Words.name(letter.hindrance()), String.valueOf(letter.detail()))));
        } else if (letter.problem() != null) {
            // From before there were kinds.
            var problem = small(letter.problem());
            problem.getElement().setAttribute("lang", "en");
            line.add(problem);
        }
        if (letter.deliveryRecord() != null) {
            var record = small(words.say("letter.record", letter.deliveryRecord()));
            record.addClassName("sum");
            line.add(record);
        }
        return line;
    }

    /** Whether the person was told in time: only then is the period longer (GDPR Art. 12(3)). */
    private String extension(NoticeView letter) {
        if (letter.state() == State.SENT && letter.sentAt() != null) {
            return words.say(due.extended() ? "letter.extension.in-time" : "letter.extension.late", moments.date(due.firstLimit()));
        }
        return words.say("letter.extension.by", moments.date(due.firstLimit()));
    }

    private static Paragraph small(String text) {
        var small = new Paragraph(text);
        small.addClassName("small");
        return small;
    }
}
