package org.innsyn.dsr.connector.mail;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * Reads a folder from its first message to its last, byte for byte and without a trace (BODY.PEEK), in memory that depends on neither the
 * folder's size nor a message's: small messages come many at a time, large ones in pieces. Nothing but FETCH is said, so that numbers do
 * not move (RFC 3501 section 7.4.1).
 */
final class FolderReader {

    private static final int HEADS_AT_ONCE = 500;
    private static final int PIECE_BYTES = 1 << 20;

    private final IMAPFolder folder;

    /** @param folder open for reading */
    FolderReader(IMAPFolder folder) {
        this.folder = folder;
    }

    /**
     * Hands out every message that is there.
     *
     * @return how many there were
     */
    long read(Handler handler) throws MessagingException, IOException {
        int last = folder.getMessageCount();
        long messages = 0;
        for (int from = 1; from <= last; from += HEADS_AT_ONCE) {
            messages += readGroups(heads(from, Math.min(last, from + HEADS_AT_ONCE - 1)), handler);
        }
        return messages;
    }

    private long readGroups(List<StoredMessage> heads, Handler handler) throws MessagingException, IOException {
        long messages = 0;
        for (int from = 0; from < heads.size(); ) {
            int to = from;
            long bytes = 0;
            while (to < heads.size() && (bytes += heads.get(to).sizeBytes()) <= PIECE_BYTES) {
                to++;
            }
            if (to == from) {
                messages += readLarge(heads.get(from), handler);
                from++;
            } else {
                messages += readSmall(heads.subList(from, to), handler);
                from = to;
            }
        }
        return messages;
    }

    private List<StoredMessage> heads(int from, int to) throws MessagingException {
        var heads = new ArrayList<StoredMessage>();
        for (var answer : fetch(from, to, "UID FLAGS INTERNALDATE RFC822.SIZE")) {
            var uid = answer.getItem(UID.class);
            var size = answer.getItem(RFC822SIZE.class);
            var date = answer.getItem(INTERNALDATE.class);
            var flags = answer.getItem(FLAGS.class);
            // Somebody else's change of a flag may stand between the answers.
            if (uid != null && size != null) {
                heads.add(new StoredMessage(answer.getNumber(), uid.uid, date == null || date.getDate() == null ? null : date.getDate().toInstant(),
                        flags == null ? List.of() : names(flags), size.size));
            }
        }
        return heads;
    }

    private static List<String> names(Flags flags) {
        var names = new ArrayList<String>();
        var known = Map.of(
                Flags.Flag.ANSWERED, "\\Answered", Flags.Flag.DELETED, "\\Deleted", Flags.Flag.DRAFT, "\\Draft",
                Flags.Flag.FLAGGED, "\\Flagged", Flags.Flag.SEEN, "\\Seen");
        Arrays.stream(flags.getSystemFlags()).filter(known::containsKey).map(known::get).sorted().forEach(names::add);
        Arrays.stream(flags.getUserFlags()).sorted().forEach(names::add);
        return names;
    }

    private long readSmall(List<StoredMessage> heads, Handler handler) throws MessagingException, IOException {
        var bodies = new HashMap<Integer, ByteArray>();
        for (var answer : fetch(heads.getFirst().number(), heads.getLast().number(), "BODY.PEEK[]")) {
            var body = answer.getItem(BODY.class);
            if (body != null && body.getByteArray() != null) {
                bodies.put(answer.getNumber(), body.getByteArray());
            }
        }
        long messages = 0;
        for (var head : heads) {
            var body = bodies.remove(head.number());
            if (body != null) {
                handler.message(head, out -> out.write(body.getBytes(), body.getStart(), body.getCount()));
                messages++;
            }
        }
        return messages;
    }

    private long readLarge(StoredMessage head, Handler handler) throws MessagingException, IOException {
        var first = piece(head, 0);
        if (first == null) {
            return 0;
        }
        handler.message(head, out -> {
            long offset = 0;
            for (var piece = first; piece != null && piece.getCount() > 0; piece = piece.getCount() < PIECE_BYTES ? null : piece(head, offset)) {
                out.write(piece.getBytes(), piece.getStart(), piece.getCount());
                offset += piece.getCount();
            }
        });
        return 1;
    }

    /** @return null when the message is gone */
    private ByteArray piece(StoredMessage head, long offset) throws MessagingException {
        for (var answer : fetch(head.number(), head.number(), "BODY.PEEK[]<" + offset + "." + PIECE_BYTES + ">")) {
            var body = answer.getItem(BODY.class);
            if (body != null) {
                return body.getByteArray();
            }
        }
        return null;
    }

    private List<FetchResponse> fetch(int from, int to, String what) throws MessagingException {
        Object answers = folder.doCommand(protocol -> {
            Response[] said = protocol.fetch(from, to, what);
            protocol.notifyResponseHandlers(said);
            protocol.handleResult(said[said.length - 1]);
            return said;
        });
        return Arrays.stream((Response[]) answers).filter(FetchResponse.class::isInstance).map(FetchResponse.class::cast).toList();
    }

    /** Takes one message. */
    interface Handler {
        void message(StoredMessage head, Body body) throws MessagingException, IOException;
    }

    /** Writes a message as it is stored; as often as it is asked while its handler runs. */
    interface Body {
        void writeTo(OutputStream out) throws MessagingException, IOException;
    }
}
