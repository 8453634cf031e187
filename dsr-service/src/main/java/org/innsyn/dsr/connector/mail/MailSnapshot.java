package org.innsyn.dsr.connector.mail;

import jakarta.mail.MessagingException;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;

/** One connection to a mailbox. */
final class MailSnapshot implements Snapshot {

    private final SystemProfile profile;
    private final OpenMailbox mailbox;
    private final MailProblems problems;

    MailSnapshot(SystemProfile profile, OpenMailbox mailbox, MailProblems problems) {
        this.profile = profile;
        this.mailbox = mailbox;
        this.problems = problems;
    }

    @Override
    public Title title(ItemKey item) {
        return profile.title();
    }

    @Override
    public Content content(ItemKey item) {
        return new MailFiles(mailbox, problems);
    }

    @Override
    public void close() {
        try {
            mailbox.close();
        } catch (MessagingException e) {
            throw problems.unchanged(e);
        }
    }
}
