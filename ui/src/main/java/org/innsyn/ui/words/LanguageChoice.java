package org.innsyn.ui.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language somebody chose, kept in a cookie that says nothing else. Who chose none reads the browser's. */
@Component
public class LanguageChoice implements VaadinServiceInitListener {

    /** The sign-in reads it too where it is on the same host. */
    static final String COOKIE = "INNSYN_LANGUAGE";

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // The ready-made page says that it is in English; what is read aloud goes by it (WCAG 2.2, 3.1.1).
        event.addIndexHtmlRequestListener(page -> page.getDocument().getElementsByTag("html").attr("lang", language(page.getVaadinRequest())));
        event.getSource().addSessionInitListener(init -> chosen(init.getRequest().getCookies()).ifPresent(init.getSession()::setLocale));
    }

    private static String language(VaadinRequest request) {
        var session = VaadinSession.getCurrent();
        var wanted = session == null ? chosen(request.getCookies()).orElse(request.getLocale()) : session.getLocale();
        return Words.in(wanted).locale().toLanguageTag();
    }

    /** @param cookies those of a request; null where it has none */
    public static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies).flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                .flatMap(wanted -> Words.LANGUAGES.stream().filter(language -> language.getLanguage().equals(wanted.getLanguage())))
                .findFirst();
    }

    /** Shows this and every later page in the language. What was typed on this page and not sent is lost, as when a page is loaded anew. */
    static void choose(Locale language) {
        var cookie = new Cookie(COOKIE, language.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
