package org.innsyn.dsr.connector.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AccountStore;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.Transferred;

/** The mailboxes of a mail server; a record is a message. */
public final class MailStore implements AccountStore {

    private final SystemProfile profile;
    private final MailServer server;
    private final MailProblems problems;

    public MailStore(SystemProfile profile, MailServer server) {
        this.profile = profile;
        this.server = server;
        this.problems = new MailProblems(profile.system());
    }

    @Override
    public long count(Account account) {
        try (var mailbox = server.open(account)) {
            return mailbox.ask(MailStore::count);
        } catch (MessagingException e) {
            throw problems.unchanged(e);
        }
    }

    private static long count(IMAPStore store) throws MessagingException {
        long messages = 0;
        for (var folder : MailFolder.all(store)) {
            messages += folder.count();
        }
        return messages;
    }

    @Override
    public Snapshot open(Account account) {
        try {
            return new MailSnapshot(profile, server.open(account), problems);
        } catch (MessagingException e) {
            throw problems.unchanged(e);
        }
    }

    @Override
    public String scheme() {
        return "imaps";
    }

    @Override
    public Transferred transfer(Account account, Target target) {
        try (var from = server.open(account); var to = MailServer.of(target).openOwn()) {
            return from.ask(source -> to.ask(other -> new MailTransfer(source, other).carryOut()));
        } catch (MessagingException e) {
            throw problems.elsewhere(e);
        } catch (IOException e) {
            throw problems.elsewhere(new MessagingException("ended", e));
        }
    }

    @Override
    public void empty(Account account) {
        try (var mailbox = server.open(account)) {
            mailbox.ask(MailboxErasure::carryOut);
        } catch (MessagingException e) {
            throw problems.half(e);
        }
    }
}
