package org.innsyn.dsr.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.mail.MailFeed.Place;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.TestEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One's own folder, read on from where one was, against Dovecot. */
class MailFeedTest {

    private static final String FOLDER = "Returned";
    private static final Instant AT = Instant.parse("2026-06-10T10:00:00Z");

    private static final String READER = "returned@post.example";
    private static final String PASSWORD = "secret-of-the-mailbox";

    private final DovecotEngine dovecot = TestEngines.shared().dovecot();
    private final MailFeed feed = new MailFeed(new MailServer("127.0.0.1", dovecot.port(), null, READER, PASSWORD, Limits.USUAL), FOLDER, 20);
    private final List<Place> places = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void what_came_in_since_is_told_in_order_cut_off_and_without_a_trace() throws Exception {
        dovecot.letIn(READER, PASSWORD);
        try (var mailbox = new Mailbox(new Account(READER))) {
            mailbox.folder(FOLDER);
            assertThat(read(null)).isEmpty();
            add(mailbox, "first");
            add(mailbox, "second, and longer than is read");
            assertThat(read(null)).containsExactly("Subject: first\r\n\r\n", "Subject: second, and");
            var reached = places.getLast();
            assertThat(read(reached)).as("nothing new").isEmpty();

            add(mailbox, "third");
            assertThat(read(reached)).containsExactly("Subject: third\r\n\r\n");
            var folder = mailbox.folder(FOLDER);
            folder.open(Folder.READ_WRITE);
            assertThat(folder.getMessages()).hasSize(3).noneMatch(MailFeedTest::isSeen);
            folder.close(false);

            assertThat(read(new Place(reached.uidValidity() + 1, 7))).as("the folder was made anew").hasSize(3);
            folder.delete(true);
        }
        assertThatThrownBy(() -> feed.read(null, (_, _, _) -> {})).isInstanceOf(SystemUnavailable.class).hasMessageNotContaining(FOLDER);
    }

    private static boolean isSeen(jakarta.mail.Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Mailbox mailbox, String subject) throws MessagingException {
        mailbox.add(FOLDER, ("Subject: " + subject + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII), AT, new Flags());
    }

    private List<String> read(@Nullable Place last) {
        told.clear();
        feed.read(last, (place, receivedAt, beginning) -> {
            assertThat(receivedAt).isEqualTo(AT);
            places.add(place);
            told.add(new String(beginning, StandardCharsets.US_ASCII));
        });
        return List.copyOf(told);
    }
}
