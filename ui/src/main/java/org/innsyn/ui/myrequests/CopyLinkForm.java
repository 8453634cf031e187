package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.UUID;
import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.CopyLinks;
import org.innsyn.schemas.request.CopyLinks.CopyLink;
import org.innsyn.schemas.request.CopyLinks.MakeCopyLink;
import org.innsyn.ui.copylink.RedeemPage;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Makes a link by which the copy is fetched once, on another machine and without signing in; with a password it comes encrypted. */
final class CopyLinkForm extends Details {

    private static final int LONGEST_PASSWORD = 100;

    private final UUID request;
    private final CopiesApi copies;
    private final String pages;
    private final Words words;
    private final Moments moments;
    private final PasswordField password = new PasswordField();
    private final Div made = new Div();

    /** @param pages where these pages are, as browsers reach them */
    CopyLinkForm(UUID request, CopiesApi copies, String pages, Words words, Moments moments) {
        this.request = request;
        this.copies = copies;
        this.pages = pages;
        this.words = words;
        this.moments = moments;
        addClassName("deed");
        setSummaryText(words.say("copy-link"));
        password.setLabel(words.say("copy-link.password"));
        password.setHelperText(words.say("copy-link.password.help", CopyLinks.SHORTEST_PASSWORD));
        password.setMaxLength(LONGEST_PASSWORD);
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.addClassName("deed-field");
        made.addClassNames("deed-field", "link-made");
        var make = new Button(words.say("copy-link.make"), click -> make());
        password.addValueChangeListener(change -> make.setEnabled(change.getValue().isEmpty() || change.getValue().length() >= CopyLinks.SHORTEST_PASSWORD));
        var body = new Div(new Paragraph(words.say("copy-link.text")), password, make, made);
        body.addClassName("deed-body");
        add(body);
    }

    private void make() {
        made.removeAll();
        try {
            show(copies.makeLink(request, new MakeCopyLink(password.isEmpty() ? null : password.getValue())));
            password.clear();
        } catch (ServiceProblem e) {
            made.add(Notice.of(e, words, made::removeAll));
        }
    }

    private void show(CopyLink link) {
        var address = new TextField(words.say("copy-link.made"));
        address.setValue(pages + "/" + RedeemPage.ROUTE + "#" + link.token());
        address.setReadOnly(true);
        address.setWidthFull();
        address.setHelperText(words.say(link.locked() ? "copy-link.locked" : "copy-link.open", moments.timeAndDay(link.expiresAt())));
        var copy = new Button(words.say("copy-link.copy"));
        copy.addClassName("starts");
        // Drawn anew it is another button in the browser.
        copy.addAttachListener(attached -> copy.getElement().executeJs("this.addEventListener('click', () => navigator.clipboard.writeText($0.value).then(() => this.textContent = $1))", address.getElement(), words.say("copy-link.copied")));
        made.add(address, copy);
    }
}
