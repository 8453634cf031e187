package org.innsyn.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.stream.Stream;
import org.innsyn.demo.company.CompanyDatabase;
import org.innsyn.demo.mailbox.MailConfiguration;
import org.innsyn.demo.mailbox.Mailboxes;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.RadicaleEngine;
import org.innsyn.engines.TestDatabase;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.Test;

class MailboxesTest {

    private final DovecotEngine dovecot = TestEngines.shared().dovecot();
    private final RadicaleEngine radicale = TestEngines.shared().radicale();
    private final MailConfiguration servers = new MailConfiguration(
            dovecot.port(), DovecotEngine.SERVICE, dovecot.servicePassword(), URI.create(radicale.url()), RadicaleEngine.SERVICE, radicale.servicePassword());

    @Test
    void customers_get_mail_contacts_and_plans_once() throws Exception {
        TestDatabase database = TestEngines.database("company");
        var configuration = new DemoConfiguration(
                database.url(), database.user(), database.password(), "", URI.create("http://localhost:9"),
                URI.create("http://localhost:9"), "", "", Path.of("target"));
        fill(configuration);
        long messages = messages("k10001");
        long items = items();
        assertThat(messages).isGreaterThan(5);
        assertThat(items).isGreaterThan(3 * 8);

        fill(configuration);
        assertThat(messages("k10001")).isEqualTo(messages);
        assertThat(items()).isEqualTo(items);
        assertThat(messages("k10004")).isZero();
    }

    private void fill(DemoConfiguration configuration) throws SQLException, MessagingException, IOException, InterruptedException {
        try (Connection connection = configuration.connect()) {
            new CompanyDatabase(connection, Clock.systemUTC()).createIfMissing();
            new Mailboxes(connection, servers, Clock.systemUTC(), 3).fillOnce();
        }
    }

    private long messages(String account) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.sasl.authorizationid", account);
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", servers.imapPort(), servers.imapUser(), servers.imapPassword());
            long messages = 0;
            for (Folder folder : store.getDefaultFolder().list("*")) {
                messages += (folder.getType() & Folder.HOLDS_MESSAGES) == 0 ? 0 : folder.getMessageCount();
            }
            return messages;
        }
    }

    /** Radicale keeps one file an item. */
    private long items() throws IOException {
        try (Stream<Path> files = Files.walk(radicale.home().resolve("collections"))) {
            return files.filter(file -> file.toString().matches(".*/[^./][^/]*\\.(vcf|ics)")).count();
        }
    }
}
