package org.innsyn.dsr.connector.webhook;

import java.io.IOException;
import java.util.List;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.FileSink.Shown;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.dsr.request.ItemKey;

/** The files of a completed collection. */
final class WebhookSnapshot implements Snapshot {

    private final SystemProfile profile;
    private final WebhookSystem system;
    private final Order order;
    private final Status status;

    WebhookSnapshot(SystemProfile profile, WebhookSystem system, Order order, Status status) {
        this.profile = profile;
        this.system = system;
        this.order = order;
        this.status = status;
    }

    static SystemUnavailable unavailable(SystemProfile profile, String why) {
        return new SystemUnavailable("The system %s did not do what it was asked (%s). It is asked again under the same number.".formatted(profile.system(), why));
    }

    @Override
    public Title title(ItemKey item) {
        return profile.title();
    }

    @Override
    public Content content(ItemKey item) {
        return (Content.Files) this::write;
    }

    private long write(FileSink sink) throws IOException {
        List<List<String>> names = status.fileNames();
        long withheld = 0;
        for (int number = 0; number < names.size(); number++) {
            int file = number;
            var name = names.get(number).isEmpty() ? List.of("file") : names.get(number);
            if (sink.withholds(name)) {
                withheld++;
                continue;
            }
            try {
                var added = sink.add(name, out -> system.file(order, file, out));
                sink.show(new Shown(String.join("/", name), 1, List.of(added)));
            } catch (AnswerRefused e) {
                throw unavailable(profile, String.valueOf(e.getMessage()));
            }
        }
        return (status.records() == null ? names.size() : status.records()) - withheld;
    }

    @Override
    public void close() {
        // Every question is a conversation of its own.
    }
}
