package org.innsyn.dsr.connector.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * What came into one folder since somebody last looked, in order and without a trace in it.
 *
 * <p>Guarantees: neither the folder's size nor a message's decides how much memory is used; a message that was told is told again only to who names an
 * earlier place.
 */
public final class MailFeed {

    private static final int MOST_AT_ONCE = 200;

    private final MailServer server;
    private final String folder;
    private final int mostBytes;

    /** @param mostBytes how much of a message is read; what comes after is not */
    public MailFeed(MailServer server, String folder, int mostBytes) {
        this.server = server;
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * A place in a folder (RFC 3501 section 2.3.1.1).
     *
     * @param uidValidity another one means that the folder was made anew, and its numbers are others
     * @param uid the number of the last message that was looked at; 0 before the first
     */
    public record Place(long uidValidity, long uid) {}

    /** Takes one message. */
    public interface Taker {

        /** @param receivedAt when it came in, as the server says; null when it does not @param beginning the message, or its first bytes */
        void take(Place place, @Nullable Instant receivedAt, byte[] beginning);
    }

    /**
     * Hands out the messages after a place; those of a folder that was made anew from its first on.
     *
     * @param last null before the first look
     * @throws SystemUnavailable when the server does not do what it is asked; what was told was told
     */
    public void read(@Nullable Place last, Taker taker) {
        try (var mailbox = server.openOwn()) {
            mailbox.ask(store -> {
                var open = (IMAPFolder) store.getFolder(folder);
                open.open(Folder.READ_ONLY);
                try {
                    read(open, last, taker);
                } finally {
                    open.close(false);
                }
                return null;
            });
        } catch (MessagingException e) {
            throw new SystemUnavailable("The mail server with what comes back did not do what it was asked (" + e.getClass().getSimpleName() + ").");
        }
    }

    private void read(IMAPFolder open, @Nullable Place last, Taker taker) throws MessagingException {
        long validity = open.getUIDValidity();
        long from = last != null && last.uidValidity() == validity ? last.uid() + 1 : 1;
        List<Message> news = Arrays.stream(open.getMessagesByUID(from, UIDFolder.LASTUID)).limit(MOST_AT_ONCE).toList();
        for (var message : news) {
            long uid = open.getUID(message);
            // Asked for what comes after the last one, a server answers with the last one (RFC 3501 section 6.4.8).
            if (uid >= from) {
                fetch(open, message.getMessageNumber(), new Place(validity, uid), taker);
            }
        }
    }

    private void fetch(IMAPFolder open, int number, Place place, Taker taker) throws MessagingException {
        Object answers = open.doCommand(protocol -> {
            Response[] said = protocol.fetch(number, number, "INTERNALDATE BODY.PEEK[]<0." + mostBytes + ">");
            protocol.notifyResponseHandlers(said);
            protocol.handleResult(said[said.length - 1]);
            return said;
        });
        for (var answer : (Response[]) answers) {
            if (answer instanceof FetchResponse fetched && fetched.getItem(BODY.class) != null && fetched.getItem(BODY.class).getByteArray() != null) {
                var date = fetched.getItem(INTERNALDATE.class);
                taker.take(place, date == null || date.getDate() == null ? null : date.getDate().toInstant(), fetched.getItem(BODY.class).getByteArray().getNewBytes());
            }
        }
    }
}
