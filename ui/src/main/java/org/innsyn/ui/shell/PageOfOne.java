package org.innsyn.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.innsyn.ui.deed.Drafts;
import org.jspecify.annotations.Nullable;

/** The page of one thing, which the id in its address names: read when the page opens, and shown anew after what was done with it. What was typed stays until it is carried out. */
public abstract class PageOfOne<T> extends Page implements BeforeEnterObserver {

    protected final Drafts drafts = new Drafts();
    /** Where it stands. */
    protected final Div place = new Div();
    /** What went wrong, or what came of it. */
    protected final Div told = new Div();

    private final String parameter;
    private @Nullable UUID id;

    /**
     * @param key the page's name in the texts; {@code key.back} is the way to the list
     * @param parameter the id's name in the address
     * @param list the list's address
     */
    protected PageOfOne(String key, String parameter, String list) {
        super(key);
        this.parameter = parameter;
        var back = new Anchor(list, words.say(key + ".back"));
        back.addClassName("plain-link");
        told.getElement().setAttribute("aria-live", "polite");
        add(back, place, told);
    }

    protected abstract T read(UUID id);

    protected abstract void show(T thing);

    /** Shows what was just read. */
    protected void opened(T thing) {
        show(thing);
    }

    protected UUID id() {
        return Objects.requireNonNull(id);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = idIn(event, parameter);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            reload();
        }
    }

    protected void reload() {
        told.removeAll();
        load(place, () -> read(id()), this::opened);
    }

    /** @param draft how the drafts are named that are none any more once it is done */
    protected void send(String draft, Supplier<T> command) {
        act(told, command, now -> {
            drafts.forget(draft + ".");
            show(now);
        }, this::reload);
    }
}
