package org.innsyn.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a page look again by itself: as soon as it is told that there is news, and every so often, because not all news is told. Nothing of
 * what changed is sent: the browser is asked to come, and what is read is read in its own request, which alone carries the token of who
 * is signed in. A page that nobody has touched for a while stops, so that it does not keep a sign-in alive; the next touch wakes it.
 */
public final class Following {

    /** With the session's half hour after it, a page that was left open ends before an hour is over. */
    static final Duration LEFT_ALONE = Duration.ofMinutes(20);

    private static final List<String> TOUCHES = List.of("pointerdown", "pointermove", "keydown");
    private static final int TOUCH_MILLIS = 60_000;
    private static final int LISTS_FOLLOW_MILLIS = 2_000;
    private static final int NEVER = -1;

    private final Component page;
    private final Runnable look;
    private final Clock clock;
    private volatile @Nullable UI ui;
    private @Nullable Registration polling;
    private @Nullable Function<Runnable, Registration> source;
    private @Nullable Registration listening;
    private int pace = NEVER;
    private volatile Instant touchedAt;
    private boolean rests;

    private Following(Component page, Runnable look, Clock clock) {
        this.page = page;
        this.look = look;
        this.clock = clock;
        this.touchedAt = clock.instant();
    }

    /** @param look is always called in a request of the page's browser; to be quick when there is nothing new */
    public static Following of(Component page, Runnable look) {
        return of(page, look, Clock.systemUTC());
    }

    static Following of(Component page, Runnable look, Clock clock) {
        var following = new Following(page, look, clock);
        page.addAttachListener(following::begin);
        page.addDetachListener(event -> following.end(event.getUI()));
        TOUCHES.forEach(touch -> page.getElement().addEventListener(touch, event -> following.touched()).throttle(TOUCH_MILLIS));
        return following;
    }

    private void begin(AttachEvent event) {
        ui = event.getUI();
        polling = event.getUI().addPollListener(poll -> polled());
        if (source != null) {
            listening = source.apply(this::news);
        }
        touchedAt = clock.instant();
        rests = false;
        apply();
    }

    private void end(UI from) {
        ui = null;
        from.setPollInterval(NEVER);
        for (var each : Stream.of(polling, listening).filter(Objects::nonNull).toList()) {
            each.remove();
        }
    }

    /**
     * Looks too whenever it is told that there is news, for as long as the page is open.
     *
     * @param source is given what to call, from any thread, and answers with the way not to be told any more
     */
    public void toldBy(Function<Runnable, Registration> source) {
        this.source = source;
    }

    /** Looks this often too, until another pace is set. */
    public void every(int millis) {
        pace = millis;
        apply();
    }

    /** Looks only when there is news. */
    public void onlyWhenTold() {
        every(NEVER);
    }

    private void apply() {
        var attached = ui;
        int millis = rests ? NEVER : pace;
        if (attached != null && attached.getPollInterval() != millis) {
            attached.setPollInterval(millis);
        }
    }

    private void polled() {
        if (isLeftAlone()) {
            rests = true;
            apply();
        } else {
            look.run();
        }
    }

    private void touched() {
        boolean wakes = isLeftAlone();
        touchedAt = clock.instant();
        if (wakes) {
            rests = false;
            apply();
            look.run();
        }
    }

    private boolean isLeftAlone() {
        return !clock.instant().isBefore(touchedAt.plus(LEFT_ALONE));
    }

    /**
     * There is news: has the browser come and look, and once more a moment later, because lists follow what was done. From any thread; a
     * page that was left alone looks when it is touched.
     */
    void news() {
        var attached = ui;
        if (attached == null || isLeftAlone()) {
            return;
        }
        try {
            attached.access(() -> {
                page.getElement().executeJs("return true").then(came -> look.run());
                page.getElement().executeJs("return new Promise(passed => setTimeout(passed, $0))", LISTS_FOLLOW_MILLIS).then(passed -> look.run());
            });
        } catch (UIDetachedException gone) {
            // Closed a moment ago: nobody looks at it any more.
        }
    }
}
