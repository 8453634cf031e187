package org.innsyn.demo.mailbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.demo.mailbox.Correspondence.Letter;

/** Puts letters into people's mailboxes over IMAP. */
final class MailFolders {

    private final MailConfiguration configuration;

    MailFolders(MailConfiguration configuration) {
        this.configuration = configuration;
    }

    void fill(Owner owner, List<Letter> letters) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.sasl.authorizationid", owner.account());
        properties.setProperty("mail.imap.auth.mechanisms", "PLAIN");
        try (var store = (IMAPStore) Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", configuration.imapPort(), configuration.imapUser(), configuration.imapPassword());
            Map<String, List<Letter>> byFolder = letters.stream().collect(Collectors.groupingBy(Letter::folder));
            for (var folder : byFolder.entrySet()) {
                fill(store.getFolder(folder.getKey()), folder.getValue());
            }
        }
    }

    private static void fill(Folder folder, List<Letter> letters) throws MessagingException {
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        var messages = new Message[letters.size()];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = new Received(letters.get(i));
        }
        folder.appendMessages(messages);
    }

    private static final class Received extends MimeMessage {

        private final Instant at;

        Received(Letter letter) throws MessagingException {
            super(Session.getInstance(new Properties()));
            this.at = letter.at();
            setFrom(InternetAddress.parse(letter.from(), false)[0]);
            setRecipients(RecipientType.TO, letter.to());
            setSubject(letter.subject(), "utf-8");
            setSentDate(Date.from(at));
            if (letter.attachment().isEmpty()) {
                setText(letter.text(), "utf-8");
            } else {
                setContent(withAttachment(letter));
            }
            setFlag(Flags.Flag.SEEN, letter.read());
            saveChanges();
        }

        private static MimeMultipart withAttachment(Letter letter) throws MessagingException {
            var text = new MimeBodyPart();
            text.setText(letter.text(), "utf-8");
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(letter.text().getBytes(StandardCharsets.UTF_8), "application/octet-stream")));
            file.setFileName(letter.attachment());
            return new MimeMultipart(text, file);
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(at);
        }
    }
}
