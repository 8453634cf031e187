package org.innsyn.ui.shell;

import com.vaadin.flow.component.notification.Notification;

/** A sentence shown for a moment, for what has been done or could not be done. */
public final class Told {

    private static final int SHOWN_MILLIS = 8_000;

    private Told() {}

    public static void inPassing(String sentence) {
        var notification = Notification.show(sentence, SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
        notification.setAssertive(true);
    }
}
