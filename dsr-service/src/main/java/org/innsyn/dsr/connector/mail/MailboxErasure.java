package org.innsyn.dsr.connector.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Empties a mailbox: every message is expunged, and folders go too, since their names were the person's. */
final class MailboxErasure {

    private static final int MESSAGES_AT_ONCE = 2_000;

    private MailboxErasure() {}

    /** @return how many messages there were */
    static long carryOut(IMAPStore store) throws MessagingException {
        long messages = 0;
        List<MailFolder> folders = MailFolder.all(store);
        for (var folder : folders) {
            if (folder.holdsMessages()) {
                messages += empty(folder.folder());
            }
        }
        for (var folder : folders.reversed()) {
            remove(folder);
        }
        for (var subscribed : store.getDefaultFolder().listSubscribed("*")) {
            subscribed.setSubscribed(false);
        }
        return messages;
    }

    private static long empty(IMAPFolder folder) throws MessagingException {
        folder.open(Folder.READ_WRITE);
        int messages = folder.getMessageCount();
        for (int from = 1; from <= messages; from += MESSAGES_AT_ONCE) {
            folder.setFlags(from, Math.min(messages, from + MESSAGES_AT_ONCE - 1), new Flags(Flags.Flag.DELETED), true);
        }
        folder.close(true);
        return messages;
    }

    /** A folder that only held others may be gone with the last of them. */
    private static void remove(MailFolder folder) throws MessagingException {
        if (!folder.isInbox() && folder.folder().exists()) {
            folder.folder().delete(false);
        }
    }
}
