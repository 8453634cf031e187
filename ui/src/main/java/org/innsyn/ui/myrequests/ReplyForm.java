package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.innsyn.schemas.request.RequestCommands.Reply;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Words;

/** What the desk asked, and the place for the answer. */
final class ReplyForm extends Div {

    private static final int LONGEST_ANSWER = 4_000;

    ReplyForm(RequestView request, Drafts drafts, Words words, Consumer<Reply> send) {
        addClassNames("notice", "notice-needs-you", "reply");
        var answer = new TextArea(words.say("reply.answer"));
        answer.setMaxLength(LONGEST_ANSWER);
        answer.setHelperText(words.say("new-request.message.help"));
        answer.setValueChangeMode(ValueChangeMode.EAGER);
        answer.setWidthFull();
        var button = new Button(words.say("reply.send"), click -> send.accept(new Reply(request.version(), answer.getValue().strip())));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        drafts.keep("reply", answer);
        button.setEnabled(!answer.getValue().isBlank());
        answer.addValueChangeListener(change -> button.setEnabled(!change.getValue().isBlank()));
        add(new H2(words.say("reply.title")), new Paragraph(words.say("reply.text")));
        question(request.history()).forEach(this::add);
        add(answer, button);
    }

    private static List<Paragraph> question(List<RequestView.HistoryLine> history) {
        return history.stream().filter(line -> line.event().equals("PersonAsked") && line.note() != null).reduce((earlier, later) -> later).stream().map(line -> {
            var question = new Paragraph(line.note());
            question.addClassName("note");
            return question;
        }).toList();
    }
}
