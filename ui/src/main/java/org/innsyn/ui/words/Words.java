package org.innsyn.ui.words;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * All texts in one language. Texts stand in {@code messages*.properties}; values in them are written as
 * {@link MessageFormat} does.
 */
public final class Words {

    /** The languages there are; the first is used where none of them is wanted. English as in Great Britain: the day before the month. */
    public static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.of("nb", "NO"));

    private static final String BUNDLE = "org.innsyn.ui.words.messages";

    private final ResourceBundle texts;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Words in(Locale locale) {
        var norwegian = List.of("nb", "nn", "no").contains(locale.getLanguage());
        return new Words(norwegian ? LANGUAGES.getLast() : LANGUAGES.getFirst());
    }

    /** The words of the page being shown. */
    public static Words current() {
        var ui = UI.getCurrent();
        return in(ui == null ? LANGUAGES.getFirst() : ui.getLocale());
    }

    public Locale locale() {
        return locale;
    }

    /** The other language, to change to. */
    public Words other() {
        return in(LANGUAGES.getFirst().equals(locale) ? LANGUAGES.getLast() : LANGUAGES.getFirst());
    }

    /** Whether there is a text of this name. */
    public boolean knows(String key) {
        return texts.containsKey(key);
    }

    /**
     * @param key the text's name
     * @param values what is put in its places
     */
    public String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** Somebody else's text within a sentence of ours: without the marks that would turn our own words around (Unicode Technical Report 36, 3.2). */
    public static String quoted(String text) {
        return text.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "");
    }

    /** A number as this language writes it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A constant as texts are named after it, which is how the wire names it too: "outside-policy". */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text of this name, or of the other name with the values where there is none. */
    public String sayOr(String key, String otherKey, Object... values) {
        return say(knows(key) ? key : otherKey, values);
    }
}
