package org.innsyn.ui.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.innsyn.schemas.request.IdentityCodesApi;
import org.innsyn.schemas.request.IdentityCodesApi.AskForCode;
import org.innsyn.schemas.request.IdentityCodesApi.GiveCode;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.shell.Page;

/**
 * For people who wrote or called: a code to the address that was known before shows that the request is theirs (GDPR Art. 12(6)). Whatever they type, nothing
 * here tells whether there is such a request, an address or an account.
 */
@Route("identity")
@AnonymousAllowed
public class IdentityPage extends Page {

    private static final int LONGEST_REFERENCE = 20;
    private static final int CODE_DIGITS = 8;

    private final IdentityCodesApi codes;
    private final TextField reference = new TextField();
    private final TextField code = new TextField();
    private final Div told = new Div();
    private final Div second = new Div();

    IdentityPage(IdentityCodesApi codes) {
        super("identity-page");
        this.codes = codes;
        reference.setLabel(words.say("identity-page.reference"));
        reference.setHelperText(words.say("identity-page.reference.help"));
        reference.setMaxLength(LONGEST_REFERENCE);
        code.setLabel(words.say("identity-page.code"));
        code.setHelperText(words.say("identity-page.code.help"));
        code.setMaxLength(CODE_DIGITS);
        code.setAllowedCharPattern("[0-9]");
        code.getElement().setAttribute("inputmode", "numeric");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        told.addClassName("told");
        second.addClassNames("step", "card");
        second.setVisible(false);
        second.add(new H2(words.say("identity-page.second")), code, whenTyped(new Button(words.say("identity-page.give"), click -> give()), code, CODE_DIGITS));
        var first = new Div(new H2(words.say("identity-page.first")), reference, whenTyped(new Button(words.say("identity-page.ask"), click -> askForCode()), reference, 1));
        first.addClassNames("step", "card");
        add(heading(), lead(words.say("identity-page.lead")), first, told, second);
    }

    private static Button whenTyped(Button button, TextField field, int shortest) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setEnabled(false);
        button.addClassName("starts");
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> button.setEnabled(change.getValue().strip().length() >= shortest));
        return button;
    }

    private void askForCode() {
        act(told, () -> codes.askForCode(new AskForCode(typed())), heard -> {
            told.add(new Notice(Notice.Tone.PLAIN, words.say("identity-page.asked"), words.say("identity-page.asked.text")));
            second.setVisible(true);
            code.clear();
            code.focus();
        }, told::removeAll);
    }

    private void give() {
        told.removeAll();
        try {
            codes.giveCode(new GiveCode(typed(), code.getValue()));
            removeAll();
            add(heading(), new Notice(Notice.Tone.PLAIN, words.say("identity-page.known"), words.say("identity-page.known.text")));
        } catch (ServiceProblem e) {
            told.add(e.kind() == ServiceProblem.Kind.CODE_WRONG || e.kind() == ServiceProblem.Kind.INVALID
                    ? new Notice(Notice.Tone.NEEDS_YOU, words.say("identity-page.wrong"), words.say("identity-page.wrong.text"))
                    : Notice.of(e, words, told::removeAll));
        }
    }

    private String typed() {
        return reference.getValue().strip().toUpperCase(Locale.ROOT);
    }
}
