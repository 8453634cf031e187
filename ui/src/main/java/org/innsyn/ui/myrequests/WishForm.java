package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What somebody says to a wish: the reason, where the law asks for one of a few, and their own words. */
final class WishForm extends Div {

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int SHORTEST_MESSAGE = 5;

    private final Wish wish;
    private final RadioButtonGroup<String> reason = new RadioButtonGroup<>();
    private final TextArea message = new TextArea();
    private final boolean hasReasons;

    WishForm(Wish wish, Words words) {
        this.wish = wish;
        addClassName("wish-form");
        var reasons = wish.texts("reason", words);
        hasReasons = !reasons.isEmpty();
        if (hasReasons) {
            reason.setLabel(words.say(wish.text("reason")));
            reason.setItems(reasons);
            reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            add(reason);
        }
        message.setLabel(words.sayOr(wish.text("message"), "new-request.message"));
        message.setHelperText(words.say("new-request.message.help"));
        message.setMaxLength(LONGEST_MESSAGE);
        message.setRequiredIndicatorVisible(wish.needsWords());
        message.setValueChangeMode(ValueChangeMode.EAGER);
        message.setWidthFull();
        add(message);
    }

    /** @param sendable told whenever it becomes so, or stops being so */
    void onChange(Consumer<Boolean> sendable) {
        reason.addValueChangeListener(change -> sendable.accept(isSendable()));
        message.addValueChangeListener(change -> sendable.accept(isSendable()));
        sendable.accept(isSendable());
    }

    private boolean isSendable() {
        return (!hasReasons || reason.getValue() != null) && (!wish.needsWords() || message.getValue().strip().length() >= SHORTEST_MESSAGE);
    }

    /** The reason first, then the person's words; null when nothing was said. */
    @Nullable String said() {
        var said = Stream.of(reason.getOptionalValue().orElse(""), message.getValue().strip()).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? null : said;
    }
}
