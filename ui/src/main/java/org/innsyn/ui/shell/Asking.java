package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks a service and shows its answer in a place, as {@link Page} does: for parts of a page that ask something themselves. */
@FunctionalInterface
public interface Asking {

    /**
     * @param place where the answer is shown, or what went wrong
     * @param question asks a service
     * @param show shows the answer
     */
    <T> void ask(Div place, Supplier<T> question, Consumer<T> show);
}
