package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.Language;

/** What a copy's page says, in one language. */
final class Words {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final Language language;
    private final Properties words = new Properties();
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    private Words(Language language) {
        this.language = language;
        this.day = DateTimeFormatter.ofPattern(language == Language.EN ? "d MMMM yyyy" : "d. MMMM yyyy", locale()).withZone(ZONE);
        this.minute = DateTimeFormatter.ofPattern(language == Language.EN ? "d MMM yyyy HH:mm" : "d. MMM yyyy 'kl.' HH:mm", locale()).withZone(ZONE);
        try (var in = new InputStreamReader(
                Words.class.getResourceAsStream("/copy/words_" + locale().getLanguage() + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Language language) {
        return new Words(language);
    }

    Language language() {
        return language;
    }

    Locale locale() {
        return language == Language.EN ? Locale.ENGLISH : Locale.of("nb");
    }

    /** The page in this language. */
    String file() {
        return language == Language.EN ? "index.html" : "index.nb.html";
    }

    /** @throws IllegalArgumentException when nobody has written it down */
    String say(String key, Object... values) {
        return find(key)
                .map(text -> new MessageFormat(text, locale()).format(values))
                .orElseThrow(() -> new IllegalArgumentException("No words for " + key));
    }

    /** A word that may be missing, for what comes from outside. */
    Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    String say(Title title) {
        return title.in(language);
    }

    /** A ground as the person reads it; in English where nobody has put it into this language. */
    String ground(String ground) {
        return (language == Language.EN ? Grounds.text(ground) : find("ground." + ground).or(() -> Grounds.text(ground))).orElse(ground);
    }

    String records(long count) {
        return count == 1 ? say("record") : say("records", String.valueOf(count));
    }

    String day(Instant instant) {
        return day.format(instant);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String minute(Instant instant) {
        return minute.format(instant);
    }
}
