package org.innsyn.dsr.connector.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.FileSink.Added;
import org.innsyn.dsr.connector.FileSink.Shown;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mailbox as files: every message as it is stored (EML), every folder as one file that mail programs import (mbox), and a list of all
 * messages with folder, flags and dates (JSON Lines).
 */
final class MailFiles implements Content.Files {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final OpenMailbox mailbox;
    private final MailProblems problems;

    MailFiles(OpenMailbox mailbox, MailProblems problems) {
        this.mailbox = mailbox;
        this.problems = problems;
    }

    @Override
    public long write(FileSink sink) throws IOException {
        try {
            return mailbox.ask(store -> write(store, sink));
        } catch (MessagingException e) {
            throw problems.unchanged(e);
        }
    }

    private static long write(IMAPStore store, FileSink sink) throws MessagingException, IOException {
        try (var list = sink.begin(List.of("messages.jsonl"))) {
            long messages = 0;
            for (var folder : MailFolder.all(store)) {
                if (folder.holdsMessages()) {
                    messages += write(folder, sink, list.out());
                }
            }
            list.end();
            return messages;
        } catch (FetchFailed e) {
            throw e.problem;
        }
    }

    private static long write(MailFolder folder, FileSink sink, OutputStream list) throws MessagingException, IOException {
        folder.folder().open(Folder.READ_ONLY);
        try (var whole = sink.begin(named(folder.path(), folder.path().getLast() + ".mbox"))) {
            var mbox = new Mbox(whole.out());
            long[] withheld = {0};
            long messages = new FolderReader(folder.folder()).read((head, body) -> {
                var place = named(folder.path(), folder.path().getLast(), name(head));
                if (sink.withholds(place)) {
                    withheld[0]++;
                    return;
                }
                var added = sink.add(place, out -> {
                    try (var copy = mbox.begin(head)) {
                        body.writeTo(new Both(out, copy));
                    } catch (MessagingException e) {
                        throw new FetchFailed(e);
                    }
                });
                list.write(line(folder, head, added));
                list.write('\n');
            });
            sink.show(new Shown(folder.fullName(), messages - withheld[0], List.of(whole.end())));
            return messages - withheld[0];
        } finally {
            if (folder.folder().isOpen()) {
                folder.folder().close(false);
            }
        }
    }

    /** The folder's own folders, and what stands there. */
    private static List<String> named(List<String> path, String... last) {
        var name = new ArrayList<>(path.subList(0, path.size() - 1));
        name.addAll(List.of(last));
        return name;
    }

    private static String name(StoredMessage message) {
        return message.receivedAt() == null ? message.uid() + ".eml" : DAY.format(message.receivedAt()) + "-" + message.uid() + ".eml";
    }

    private static byte[] line(MailFolder folder, StoredMessage message, Added added) {
        var line = new LinkedHashMap<String, Object>();
        line.put("folder", folder.path());
        line.put("uid", message.uid());
        line.put("receivedAt", message.receivedAt());
        line.put("flags", message.flags());
        line.put("sizeBytes", added.sizeBytes());
        line.put("file", added.path());
        line.put("sha256", added.sha256());
        return JSON.writeValueAsBytes(line);
    }

    /** Carries a problem with the server through those who only know problems with files. */
    private static final class FetchFailed extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient MessagingException problem;

        FetchFailed(MessagingException problem) {
            super(problem);
            this.problem = problem;
        }
    }

    /** Writes the same to two places; closes neither. */
    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int value) throws IOException {
            one.write(value);
            other.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            one.write(bytes, offset, length);
            other.write(bytes, offset, length);
        }
    }
}
