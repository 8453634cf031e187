package org.innsyn.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** A list with what was opened from it beside it; over it where there is no room. Escape puts it away. */
public final class Beside extends Div {

    private final Aside detail = new Aside();
    private Runnable closed = () -> {};

    public Beside(Component list) {
        addClassName("beside");
        detail.addClassName("beside-detail");
        detail.setVisible(false);
        detail.getElement().setAttribute("tabindex", "-1");
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
        add(list, detail);
    }

    /** Opens what is selected in a table, by mouse or by keys; nothing is selected any more once it is put away. */
    public <T> void opens(Grid<T> table, Consumer<T> open) {
        RowKeys.open(table);
        table.asSingleSelect().addValueChangeListener(selected -> {
            if (selected.getValue() == null) {
                close();
            } else {
                open.accept(selected.getValue());
            }
        });
        closed = table::deselectAll;
    }

    public void open(Component opened) {
        detail.removeAll();
        detail.add(opened);
        detail.setVisible(true);
        addClassName("beside-open");
        // Of a table its cell: the table as a whole cannot have the keys.
        detail.getElement().executeJs("const has = document.activeElement; this.opener ??= has.shadowRoot?.activeElement ?? has; this.focus({preventScroll: true})");
    }

    /** Whoever came by keyboard goes on where they were. */
    public void close() {
        if (detail.isVisible()) {
            getElement().executeJs("const detail = this.querySelector('.beside-detail'); detail?.opener?.focus(); if (detail) detail.opener = undefined");
        }
        detail.removeAll();
        detail.setVisible(false);
        removeClassName("beside-open");
        closed.run();
    }
}
