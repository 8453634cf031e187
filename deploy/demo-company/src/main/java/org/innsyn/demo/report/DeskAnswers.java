package org.innsyn.demo.report;

import java.util.UUID;
import org.innsyn.capture.CaptureListener;
import org.innsyn.capture.Refused;

/** Writes down what became of what the support desk captured. */
final class DeskAnswers implements CaptureListener {

    private final String source;
    private final Journal journal;
    private final Tally tally;

    DeskAnswers(String source, Journal journal, Tally tally) {
        this.source = source;
        this.journal = journal;
        this.tally = tally;
    }

    @Override
    public void acknowledged(UUID id, int people, boolean duplicate) {
        answered(id, people, duplicate ? "duplicate" : "recorded");
    }

    @Override
    public void refused(Refused event) {
        answered(event.id(), event.people(), "rejected:" + event.code());
    }

    private void answered(UUID id, int people, String answer) {
        journal.acknowledge(source, id.toString(), people, Channel.HTTP, answer);
        tally.count(Channel.HTTP, answer);
    }
}
