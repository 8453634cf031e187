package org.innsyn.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.innsyn.ui.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is said when a session has ended, and when something fails after the page was shown. */
@Component
class SessionManners implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionManners.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(SessionManners::messages);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(SessionManners::failed));
        event.getSource().addSessionDestroyListener(destroy -> signOut(destroy.getSession()));
        event.getSource().addUIInitListener(init -> {
            var words = Words.in(init.getUI().getLocale());
            var dialog = init.getUI().getReconnectDialogConfiguration();
            dialog.setDialogText(words.say("connection.lost"));
            dialog.setDialogTextGaveUp(words.say("connection.gave-up"));
        });
    }

    /** What an open page asks by itself keeps the browser's session alive, and with it the sign-in: it ends with the last of the pages. */
    private static void signOut(VaadinSession ended) {
        var browsers = ended.getSession();
        if (browsers != null) {
            try {
                browsers.invalidate();
            } catch (IllegalStateException hasEnded) {
                // It ended first, and the pages with it.
            }
        }
    }

    private static SystemMessages messages(SystemMessagesInfo info) {
        var words = Words.in(info.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.say("session.expired"));
        messages.setSessionExpiredMessage(words.say("session.expired.text"));
        messages.setSessionExpiredURL("/");
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(words.say("session.no-cookies"));
        messages.setCookiesDisabledMessage(words.say("session.no-cookies.text"));
        messages.setCookiesDisabledURL("/");
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(words.say("fault.title"));
        messages.setInternalErrorMessage(words.say("fault.text.short"));
        return messages;
    }

    private static void failed(ErrorEvent event) {
        var number = FaultNumber.next();
        LOG.error("Fault {}", number, event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            var words = Words.in(ui.getLocale());
            ui.access(() -> Told.inPassing(words.say("fault.title") + " " + words.say("fault.text", number)));
        }
    }
}
