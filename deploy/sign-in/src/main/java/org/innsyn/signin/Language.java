package org.innsyn.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of the pages: the one chosen here, or in the application where it is on the same host, else the one the application asks for
 * ({@code ui_locales}, OpenID Connect Core 1.0 section 3.1.2.1), else the browser's.
 */
@Configuration
class Language {

    static final List<Locale> LANGUAGES = List.of(Locale.UK, Locale.of("nb", "NO"));

    /** The application's pages keep a choice under the same name. */
    static final String COOKIE = "INNSYN_LANGUAGE";

    @Bean
    LocaleResolver localeResolver() {
        return new AcceptHeaderLocaleResolver() {

            private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Stream.of(known(request.getParameter("language")), known(cookie(request)), known(asked(request)), known(request.getLocale().toLanguageTag()))
                        .flatMap(Optional::stream).findFirst().orElse(LANGUAGES.getFirst());
            }

            private @Nullable String asked(HttpServletRequest request) {
                var saved = requests.getRequest(request, null);
                String[] wanted = saved == null ? null : saved.getParameterValues("ui_locales");
                return wanted == null ? null : wanted[0].split(" ")[0];
            }
        };
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).findFirst().orElse(null);
    }

    /** Keeps a choice that was made on a page. */
    static void keep(String language, HttpServletResponse response) {
        known(language).ifPresent(chosen -> {
            var cookie = new Cookie(COOKIE, chosen.toLanguageTag());
            cookie.setPath("/");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        });
    }

    /** Both forms of Norwegian read bokmål. */
    private static Optional<Locale> known(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "nb", "nn", "no" -> Optional.of(LANGUAGES.getLast());
            case "en" -> Optional.of(LANGUAGES.getFirst());
            default -> Optional.empty();
        };
    }
}
