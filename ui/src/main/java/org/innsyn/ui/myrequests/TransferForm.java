package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transferable;
import org.innsyn.ui.words.Words;

/** Where one kind of data should be put: the other account's server, name and password. */
final class TransferForm extends Details {

    private static final int LONGEST = 500;

    private final Transferable what;
    private final TextField address = new TextField();
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final Button send;

    /** @param name of the data, as the page calls it @param start has it begun */
    TransferForm(Transferable what, String name, Words words, Consumer<StartTransfer> start) {
        this.what = what;
        addClassName("deed");
        setSummaryText(words.say("transfer.form", name));
        address.setLabel(words.say("transfer.address"));
        address.setHelperText(words.sayOr("transfer.address.help." + what.scheme(), "transfer.address.help"));
        username.setLabel(words.say("transfer.username"));
        password.setLabel(words.say("transfer.password"));
        password.setHelperText(words.say("transfer.password.help"));
        address.setMaxLength(LONGEST);
        username.setMaxLength(LONGEST);
        password.setMaxLength(LONGEST);
        send = new Button(words.say("transfer.start", name), click -> start.accept(new StartTransfer(what.item(), whole(), username.getValue().strip(), password.getValue())));
        var body = new Div(new Paragraph(words.say("transfer.form.text")), address, username, password, send);
        body.addClassName("deed-body");
        List.of(address, username, password).forEach(field -> {
            field.addClassName("deed-field");
            // What is known of an account elsewhere is not this site's to be filled in.
            field.getElement().setAttribute("autocomplete", "off");
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.addValueChangeListener(change -> wake());
        });
        wake();
        add(body);
    }

    private void wake() {
        send.setEnabled(List.<HasValue<?, String>>of(address, username, password).stream().noneMatch(field -> field.getValue().isBlank()));
    }

    /** A server's bare name is enough. */
    private String whole() {
        var typed = address.getValue().strip();
        return typed.contains("://") ? typed : what.scheme() + "://" + typed;
    }

    /** It was sent: nothing of it stays on the page. */
    void forget() {
        password.clear();
        setOpened(false);
    }
}
