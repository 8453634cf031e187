package org.innsyn.dsr.connector.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One folder of a mailbox.
 *
 * @param folder for talking to the server
 * @param path its name, from the outermost folder to itself
 */
record MailFolder(IMAPFolder folder, List<String> path) {

    /** Every folder that is the person's own; what others share with them (RFC 2342) is theirs. The outer ones come first. */
    static List<MailFolder> all(IMAPStore store) throws MessagingException {
        var others = new ArrayList<String>();
        for (var namespace : otherNamespaces(store)) {
            others.add(namespace.getFullName());
        }
        return Arrays.stream(store.getDefaultFolder().list("*"))
                .filter(folder -> others.stream().noneMatch(prefix -> isWithin(folder, prefix)))
                .map(folder -> new MailFolder((IMAPFolder) folder, path(folder)))
                .sorted(Comparator.comparing(folder -> folder.folder().getFullName()))
                .toList();
    }

    private static List<Folder> otherNamespaces(IMAPStore store) throws MessagingException {
        return Stream.concat(Arrays.stream(store.getSharedNamespaces()), Arrays.stream(store.getUserNamespaces(null))).toList();
    }

    private static boolean isWithin(Folder folder, String prefix) {
        return !prefix.isEmpty() && (folder.getFullName().equals(prefix) || folder.getFullName().startsWith(prefix + separator(folder)));
    }

    private static List<String> path(Folder folder) {
        char separator = separator(folder);
        return separator == 0
                ? List.of(folder.getFullName())
                : List.of(folder.getFullName().split(Pattern.quote(String.valueOf(separator)), -1));
    }

    private static char separator(Folder folder) {
        try {
            return folder.getSeparator();
        } catch (MessagingException unknown) {
            return 0;
        }
    }

    String fullName() {
        return folder.getFullName();
    }

    boolean holdsMessages() throws MessagingException {
        return (folder.getType() & Folder.HOLDS_MESSAGES) != 0;
    }

    boolean isInbox() {
        return fullName().equalsIgnoreCase("INBOX");
    }

    /** How many messages it holds now. */
    long count() throws MessagingException {
        return holdsMessages() ? folder.getMessageCount() : 0;
    }
}
