package org.innsyn.dsr.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.innsyn.dsr.calendar.LegalClock;
import org.innsyn.dsr.calendar.RulePack;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Language;
import org.innsyn.dsr.request.RequestEvent;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.request.NoticeKind;
import org.springframework.stereotype.Component;

/**
 * Writes letters: plain text, as little about the person as can be, and a link that is the same for everybody. A letter is written from the events up to
 * the one it tells of, so that it says the same whenever it is sent.
 */
@Component
public class Letters {

    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");
    private static final Map<Language, Properties> TEXTS = read();

    private final MailSettings settings;
    private final RequestVault vault;
    private final LegalClock legalClock;

    Letters(MailSettings settings, RequestVault vault, LegalClock legalClock) {
        this.settings = settings;
        this.vault = vault;
        this.legalClock = legalClock;
    }

    /**
     * A notice as it is sent.
     *
     * @param events all events of the request
     * @param more what this letter says beside what the request tells ("code")
     */
    public Letter write(Notice notice, List<RequestEvent> events, Map<String, String> more) {
        var then = RequestHistory.of(events.subList(0, Math.toIntExact(Math.min(events.size(), notice.about() + 1))));
        var languages = languages(notice, then);
        var letters = languages.stream().map(language -> in(language, notice, then, more)).toList();
        return new Letter(letters.getFirst().subject(), letters.stream().map(Letter::text).collect(Collectors.joining("\n\n-- \n\n")));
    }

    private List<Language> languages(Notice notice, RequestHistory request) {
        var asked = notice.recipient() == null ? vault.text(request.id(), Field.LANGUAGE).map(Language::valueOf) : Optional.<Language>empty();
        return asked.map(List::of).orElse(settings.languages());
    }

    private Letter in(Language language, Notice notice, RequestHistory request, Map<String, String> more) {
        var texts = TEXTS.get(language);
        var words = new HashMap<>(more);
        words.put("reference", request.reference());
        words.put("received", day(legalClock.day(request.receivedAt()), language));
        words.put("limit", day(request.deadline().limit(), language));
        words.put("authority", legalClock.refusalOf(request.course()).map(RulePack.Refusal::authority).orElse(""));
        words.put("page", settings.page());
        words.put("company", settings.company());
        words.put("day", day(legalClock.day(at(request)), language));
        words.put("done", texts.getProperty("done." + code(request.right()), ""));
        words.put("ground", texts.getProperty("ground." + notice.ground(), ""));
        words.put("reasons", notice.said() == null ? "" : vault.text(request.id(), Field.said(notice.said())).orElse(""));
        var refusal = request.refusal();
        words.put("refusal", refusal == null || refusal.ground() == null ? "" : texts.getProperty("refusal." + code(refusal.ground()), ""));
        if (notice.recipient() != null) {
            words.put("account", vault.text(request.id(), Field.ACCOUNT).orElse(""));
        }
        String key = code(notice.kind());
        var parts = new ArrayList<String>();
        parts.add(texts.getProperty("greeting"));
        parts.add(fill(texts.getProperty(key + ".text"), words));
        if (notice.recipient() == null && notice.kind() != NoticeKind.CODE) {
            parts.add(fill(texts.getProperty("page"), words));
        }
        parts.add(fill(texts.getProperty("closing"), words));
        return new Letter(fill(texts.getProperty(key + ".subject"), words), String.join("\n\n", parts));
    }

    private static Instant at(RequestHistory request) {
        return request.events().getLast().at();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language == Language.EN ? Locale.UK : language.locale()).format(day);
    }

    /** What is filled in is not looked at again: a text with braces stays a text. */
    static String fill(String text, Map<String, String> words) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(1), "")));
    }

    /** All texts of a language, for tests that hold them against each other. */
    static Properties texts(Language language) {
        return TEXTS.get(language);
    }

    private static Map<Language, Properties> read() {
        var texts = new EnumMap<Language, Properties>(Language.class);
        for (var language : Language.values()) {
            var properties = new Properties();
            try (var in = Letters.class.getResourceAsStream("/notices/" + code(language) + ".properties")) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.put(language, properties);
        }
        return texts;
    }
}
