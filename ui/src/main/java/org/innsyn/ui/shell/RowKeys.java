package org.innsyn.ui.shell;

import com.vaadin.flow.component.grid.Grid;

/** Opens the rows of a table by Enter, as a click on them does. Without it a table knows only the space bar, and a link in it is five arrows away. */
public final class RowKeys {

    /** A cell or a row has the keys itself, as long as nobody works within it. */
    private static final String LISTEN = """
            if (this.rowKeys) return;
            this.rowKeys = true;
            this.addEventListener('keydown', press => {
              const place = press.composedPath()[0];
              const cell = place.matches('tr, td') && place.closest('tbody') ? place.closest('td') ?? place.querySelector('td') : null;
              if (press.key === 'Enter' && cell) {
                press.preventDefault();
                press.stopPropagation();
                cell.querySelector('slot').assignedNodes()[0].click();
              }
            }, true);
            """;

    private RowKeys() {}

    /** @param grid one whose rows something listens to when they are clicked or selected */
    public static void open(Grid<?> grid) {
        // Taken away and put back it is another one in the browser.
        grid.addAttachListener(attached -> grid.getElement().executeJs(LISTEN));
    }
}
