package org.innsyn.ui.deed;

import com.vaadin.flow.component.HasValue;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What somebody typed and has not sent, kept while a page shows a newer state, so that nobody's words are lost to another's change. */
public final class Drafts {

    private final Map<String, Object> kept = new HashMap<>();

    /** Puts back what stood in the field, and keeps what comes. @param name of the field, the same each time the page is drawn */
    @SuppressWarnings("unchecked")
    public <T> void keep(String name, HasValue<?, T> field) {
        if (kept.containsKey(name)) {
            field.setValue((T) kept.get(name));
        }
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                kept.put(name, change.getValue());
            }
        });
    }

    /**
     * The same for a choice, put back only where it can still be made; otherwise it is forgotten.
     *
     * @param offered whether a value can be chosen now
     */
    @SuppressWarnings("unchecked")
    public <T> void keepChoice(String name, HasValue<?, T> field, Predicate<T> offered) {
        kept.computeIfPresent(name, (key, value) -> offered.test((T) value) ? value : null);
        keep(name, field);
    }

    /** Whether something is kept for a field whose name begins like that. */
    public boolean has(String prefix) {
        return kept.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** What was sent is no draft any more. */
    public void forget(String prefix) {
        kept.keySet().removeIf(name -> name.startsWith(prefix));
    }

    public void clear() {
        kept.clear();
    }
}
