package org.innsyn.dsr.request;

import java.util.List;
import java.util.Locale;

/** The languages in which a person can be answered. */
public enum Language {
    EN,
    NB;

    /** The first of the person's languages that is spoken here; Danish and Swedish readers get Norwegian, everybody else English. */
    public static Language of(List<Locale> preferred) {
        return preferred.stream()
                .map(Locale::getLanguage)
                .filter(language -> !language.isEmpty())
                .findFirst()
                .filter(List.of("nb", "no", "nn", "da", "sv")::contains)
                .map(_ -> NB)
                .orElse(EN);
    }

    /** As pages and properties name it (BCP 47). */
    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
