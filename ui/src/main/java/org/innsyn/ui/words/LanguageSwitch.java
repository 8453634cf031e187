package org.innsyn.ui.words;

import com.vaadin.flow.component.html.NativeButton;

/** Changes to the other language; named in that language, as those who look for it read it. */
public final class LanguageSwitch extends NativeButton {

    /** @param words those of the page it stands on */
    public LanguageSwitch(Words words) {
        super(words.other().say("language"), click -> LanguageChoice.choose(words.other().locale()));
        addClassName("language");
        getElement().setAttribute("lang", words.other().locale().toLanguageTag());
    }
}
