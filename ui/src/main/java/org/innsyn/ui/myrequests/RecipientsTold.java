package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.NoticeView.State;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** To whom the data had been given, and whether they were told what was done with it (GDPR Art. 19). */
final class RecipientsTold extends Section {

    RecipientsTold(List<NoticeView> notices, Words words, Moments moments) {
        addClassName("recipients");
        var list = new UnorderedList();
        list.addClassName("happens");
        notices.stream().map(notice -> new ListItem(said(notice, words, moments))).forEach(list::add);
        add(new H2(words.say("recipients")), new Paragraph(words.say("recipients.text")), list);
    }

    /** Those notices of a request that go to recipients. */
    static List<NoticeView> of(List<NoticeView> notices) {
        return notices.stream().filter(notice -> notice.kind() == NoticeKind.RECIPIENT).toList();
    }

    private static String said(NoticeView notice, Words words, Moments moments) {
        var who = notice.recipient() == null ? words.say("recipient-unknown") : Words.quoted(notice.recipient());
        if (notice.acknowledgedAt() != null) {
            return words.say("recipients.knows", who, moments.timeAndDay(notice.acknowledgedAt()));
        }
        return notice.state() == State.SENT && notice.sentAt() != null
                ? words.say("recipients.sent", who, moments.timeAndDay(notice.sentAt()))
                : words.say("recipients." + Words.name(notice.state()), who);
    }
}
