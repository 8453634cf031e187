package org.innsyn.local;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What the pages say, in one language, from where they have it. */
final class Texts {

    private static final int SHORTEST_SENTENCE = 14;

    static final Texts ENGLISH = new Texts(Locale.UK, "messages.properties");
    static final Texts NORWEGIAN = new Texts(Locale.of("nb", "NO"), "messages_nb.properties");

    private final Locale locale;
    private final Properties texts = new Properties();

    private Texts(Locale locale, String file) {
        this.locale = locale;
        var path = Path.of(System.getProperty("innsyn.root"), "ui/src/main/resources/org/innsyn/ui/words", file);
        try (var in = new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return locale.toLanguageTag();
    }

    String say(String key, Object... values) {
        return new MessageFormat(texts.getProperty(key), locale).format(values);
    }

    /** Our own English texts that stand in a text where Norwegian ones should. */
    static List<String> englishIn(String shown) {
        return ENGLISH.texts.stringPropertyNames().stream()
                .filter(key -> !ENGLISH.texts.getProperty(key).equals(NORWEGIAN.texts.getProperty(key)))
                .map(ENGLISH.texts::getProperty)
                .filter(text -> text.length() >= SHORTEST_SENTENCE && !text.contains("{") && shown.contains(text))
                .toList();
    }
}
