package org.innsyn.dsr.connector.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Literal;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.platform.crypto.DigestingStream;

/**
 * Copies a mailbox into another, folder by folder, with flags and dates, byte for byte. What lies there already is not put there again, so it can be asked
 * again after any end. Memory depends on how many messages a folder has, and on none's size.
 */
final class MailTransfer {

    private final IMAPStore from;
    private final IMAPStore to;

    MailTransfer(IMAPStore from, IMAPStore to) {
        this.from = from;
        this.to = to;
    }

    Transferred carryOut() throws MessagingException, IOException {
        long records = 0;
        long added = 0;
        long different = 0;
        for (var folder : MailFolder.all(from)) {
            if (folder.holdsMessages()) {
                var target = target(folder);
                var there = messages(target);
                added += copy(folder.folder(), target, there);
                var here = messages(folder.folder());
                records += here.values().stream().mapToLong(Collection::size).sum();
                different += different(here, messages(target));
            }
        }
        return new Transferred(records, added, different);
    }

    private IMAPFolder target(MailFolder folder) throws MessagingException {
        if (folder.isInbox()) {
            return (IMAPFolder) to.getFolder("INBOX");
        }
        char separator = to.getDefaultFolder().getSeparator();
        var target = (IMAPFolder) to.getFolder(String.join(String.valueOf(separator), folder.path()));
        if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS)) {
            throw new MessagingException("a folder could not be made");
        }
        return target;
    }

    /** What a folder holds, by what each message is: several times, where it holds it several times. */
    private static Map<String, List<String>> messages(IMAPFolder folder) throws MessagingException, IOException {
        Map<String, List<String>> messages = new HashMap<>();
        folder.open(Folder.READ_ONLY);
        try {
            new FolderReader(folder).read((head, body) -> messages.computeIfAbsent(sum(body), _ -> new ArrayList<>()).add(label(head)));
        } finally {
            folder.close(false);
        }
        return messages;
    }

    private static String sum(FolderReader.Body body) throws MessagingException, IOException {
        var digest = new DigestingStream(OutputStream.nullOutputStream());
        body.writeTo(digest);
        return HexFormat.of().formatHex(HexFormat.of().parseHex(digest.sha256()), 0, 16);
    }

    /** What a server says of a message beside it: when it came in, to the second, and its flags; "recent" is about the session. */
    private static String label(StoredMessage head) {
        var flags = new TreeSet<>(head.flags());
        flags.remove("\\Recent");
        return (head.receivedAt() == null ? "" : head.receivedAt().getEpochSecond()) + " " + flags;
    }

    private static long copy(IMAPFolder source, IMAPFolder target, Map<String, List<String>> there) throws MessagingException, IOException {
        long[] added = {0};
        var left = new HashMap<String, Integer>();
        there.forEach((sum, labels) -> left.put(sum, labels.size()));
        source.open(Folder.READ_ONLY);
        try {
            new FolderReader(source).read((head, body) -> {
                if (left.merge(sum(body), -1, Integer::sum) < 0 && append(target, head, body)) {
                    added[0]++;
                }
            });
        } finally {
            source.close(false);
        }
        return added[0];
    }

    /** @return whether it was taken: a server may refuse one message, and take the others */
    private static boolean append(IMAPFolder target, StoredMessage head, FolderReader.Body body) throws MessagingException {
        var literal = new Literal() {
            @Override
            public int size() {
                return Math.toIntExact(head.sizeBytes());
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try {
                    body.writeTo(out);
                } catch (MessagingException e) {
                    throw new IOException(e);
                }
            }
        };
        return (boolean) target.doCommand(protocol -> {
            try {
                protocol.append(target.getFullName(), flags(head), head.receivedAt() == null ? null : Date.from(head.receivedAt()), literal);
                return true;
            } catch (CommandFailedException refused) {
                return false;
            }
        });
    }

    private static Flags flags(StoredMessage head) {
        var flags = new Flags();
        var known = Map.of("\\Answered", Flags.Flag.ANSWERED, "\\Deleted", Flags.Flag.DELETED, "\\Draft", Flags.Flag.DRAFT, "\\Flagged", Flags.Flag.FLAGGED,
                "\\Seen", Flags.Flag.SEEN);
        for (String flag : head.flags()) {
            if (known.containsKey(flag)) {
                flags.add(known.get(flag));
            } else if (!flag.startsWith("\\")) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** How many of those here have no counterpart there with the same bytes, date and flags. */
    private static long different(Map<String, List<String>> here, Map<String, List<String>> there) {
        long different = 0;
        for (var message : here.entrySet()) {
            var counterparts = new ArrayList<>(there.getOrDefault(message.getKey(), List.of()));
            for (String label : message.getValue()) {
                different += counterparts.remove(label) ? 0 : 1;
            }
        }
        return different;
    }
}
