package org.innsyn.ui.myrequests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.NoticeView.State;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transferable;
import org.innsyn.schemas.request.Withholdings.WithheldPart;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person is told besides what became of each part. */
class ToldAboutTest {

    private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

    private final Words words = Words.in(Locale.ENGLISH);
    private final Moments moments = new Moments(words, Moments.DEFAULT_ZONE, AT);

    @Test
    void only_letters_to_recipients_are_told_and_each_says_how_it_stands() {
        var notices = List.of(notice(NoticeKind.DECIDED, null, State.SENT, AT, null), notice(NoticeKind.RECIPIENT, "Collector AS", State.SENT, AT, null),
                notice(NoticeKind.RECIPIENT, "Printer AS", State.SENT, AT, AT.plusSeconds(3_600)), notice(NoticeKind.RECIPIENT, "Post AS", State.FAILED, null, null));
        assertThat(said(new RecipientsTold(RecipientsTold.of(notices), words, moments)))
                .contains("Collector AS was told at 13:00 today.", "Printer AS has been told, and confirmed it at 14:00 today.",
                        "Post AS could not be reached by e-mail. We tell them in another way.")
                .doesNotContain("null");
    }

    @Test
    void a_recipients_name_is_text_and_turns_nothing_around() {
        assertThat(said(new RecipientsTold(List.of(notice(NoticeKind.RECIPIENT, "<b>\u202Eeliam</b> {0}", State.WAITING, null, null)), words, moments)))
                .contains("<b>eliam</b> {0} is being told.");
    }

    @Test
    void what_was_left_out_is_told_by_number_and_ground_never_by_name() {
        var part = new WhatWasWithheld(List.of(new WithheldPart("demo/support_messages", 2, "rights-of-others", "x"), new WithheldPart("crm", 1, "unheard-of", "another law says so")),
                List.of(), new RequestWords(words, moments), words);
        assertThat(said(part)).contains("Support messages: 2 records are left out, because it would harm other people’s rights (GDPR Art. 15(4)).",
                "one record is left out, because another law says so.");
    }

    @Test
    void a_servers_bare_name_becomes_an_encrypted_address_and_the_password_leaves_the_page_once_sent() {
        var sent = new ArrayList<StartTransfer>();
        var form = new TransferForm(new Transferable("mail", "mail", "imaps"), "Mail", words, sent::add);
        var fields = all(form).filter(TextField.class::isInstance).map(TextField.class::cast).toList();
        var password = all(form).filter(PasswordField.class::isInstance).map(PasswordField.class::cast).findFirst().orElseThrow();
        var send = all(form).filter(Button.class::isInstance).map(Button.class::cast).findFirst().orElseThrow();
        assertThat(send.isEnabled()).isFalse();
        fields.get(0).setValue(" imap.provider.example ");
        fields.get(1).setValue("me");
        password.setValue("secret");
        assertThat(send.isEnabled()).isTrue();
        send.click();
        fields.get(0).setValue("http://provider.example");
        send.click();
        assertThat(sent).extracting(StartTransfer::address).containsExactly("imaps://imap.provider.example", "http://provider.example");
        form.forget();
        assertThat(password.getValue()).isEmpty();
    }

    private static NoticeView notice(NoticeKind kind, @Nullable String recipient, State state, @Nullable Instant sent, @Nullable Instant acknowledged) {
        return new NoticeView(new UUID(1, 1), kind, recipient, state, null, null, null, AT, sent, null, acknowledged);
    }

    private static String said(Component part) {
        return part.getElement().getTextRecursively();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ToldAboutTest::all));
    }
}
