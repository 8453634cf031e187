package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What all pages have: a title, words, and one way to wait for a service and to say that it failed. */
public abstract class Page extends Div implements HasDynamicTitle {

    private static final int PAUSE_MILLIS = 2_000;
    private static final int LONGEST_PAUSE_MILLIS = 15_000;
    /** About ten minutes. */
    private static final int MOST_ATTEMPTS = 45;

    protected final Words words = Words.current();
    protected final Moments moments = Moments.current();

    private final String title;
    private final AwayParts away = new AwayParts();

    /** @param key the page's name in the texts; {@code key.title} is its title */
    protected Page(String key) {
        title = words.say(key + ".title");
        addClassName("page");
        addClassName("page-" + key);
    }

    /** The title as the first heading. */
    protected H1 heading() {
        return new H1(title);
    }

    protected Paragraph lead(String text) {
        var lead = new Paragraph(text);
        lead.addClassName("lead");
        return lead;
    }

    @Override
    public String getPageTitle() {
        return words.say("page-title", title);
    }

    /** The id that stands in the page's address; where none does, there is no page. */
    protected static UUID idIn(BeforeEnterEvent event, String parameter) {
        try {
            return event.getRouteParameters().get(parameter).map(UUID::fromString).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    /**
     * Shows a place holder, asks, and shows what came; or what went wrong and how to try again.
     *
     * @param place where to show it
     * @param question asks a service, after the place holder has been painted
     * @param show shows the answer
     */
    protected <T> void load(Div place, Supplier<T> question, Consumer<T> show) {
        place.removeAll();
        place.add(new Waiting(words));
        place.getElement().executeJs("return true").then(painted -> ask(place, question, show));
    }

    /** As {@link #load}, at once and without a place holder: for what follows a click. */
    protected <T> void ask(Div place, Supplier<T> question, Consumer<T> show) {
        ask(place, null, 0, question, show);
    }

    /**
     * A service that is away is asked again by itself, after a pause that grows and without a flicker, while its notice stands there. After a while only a person
     * asks: a page that was left open must not keep a sign-in alive.
     *
     * @param standing the notice that tells of it already
     * @param attempt how often it was asked by itself
     */
    private <T> void ask(Div place, @Nullable Notice standing, int attempt, Supplier<T> question, Consumer<T> show) {
        try {
            var answer = question.get();
            place.removeAll();
            away.tell();
            show.accept(answer);
        } catch (ServiceProblem e) {
            boolean comesBack = e.kind() == ServiceProblem.Kind.AWAY || e.kind() == ServiceProblem.Kind.NOT_RECORDED;
            Runnable again = () -> load(place, question, show);
            var notice = standing != null && comesBack ? standing : Notice.of(e, words, comesBack ? away::again : again);
            if (notice != standing) {
                place.removeAll();
                place.add(notice);
                away.tell();
            }
            if (comesBack) {
                away.add(notice, e.kind(), again);
            }
            if (comesBack && attempt < MOST_ATTEMPTS) {
                notice.getElement().executeJs("return new Promise(passed => setTimeout(passed, $0))", Math.min((attempt + 1) * PAUSE_MILLIS, LONGEST_PAUSE_MILLIS))
                        .then(passed -> {
                            if (notice.isAttached()) {
                                ask(place, notice, attempt + 1, question, show);
                            }
                        });
            }
        }
    }

    /**
     * Has something done. What stands on the page stays when it fails, with what was typed, and the way on is to look
     * at the newest state.
     *
     * @param told where to say what went wrong
     * @param command what a service is to do
     * @param done shows what came of it
     * @param reload shows the newest state
     */
    protected <T> void act(Div told, Supplier<T> command, Consumer<T> done, Runnable reload) {
        told.removeAll();
        try {
            done.accept(command.get());
        } catch (ServiceProblem e) {
            told.add(Notice.of(e, words, reload));
        }
    }
}
