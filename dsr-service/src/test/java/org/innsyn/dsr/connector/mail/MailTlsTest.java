package org.innsyn.dsr.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.link.Upgrade;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.Test;

/** Certificates are checked: who made them, and for which name. */
class MailTlsTest {

    private final DovecotEngine dovecot = TestEngines.shared().dovecot();
    private final Account ann = new Account("ann-" + UUID.randomUUID());

    @Test
    void a_trusted_certificate_for_the_right_name_is_taken() throws Exception {
        assertThat(mail("localhost", trusting(dovecot.certificate())).count(ann)).isZero();
    }

    @Test
    void a_certificate_nobody_trusts_is_refused() {
        assertThatThrownBy(() -> mail("localhost", (SSLSocketFactory) SSLSocketFactory.getDefault()).count(ann))
                .isInstanceOf(SystemUnavailable.class);
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        assertThatThrownBy(() -> mail("127.0.0.1", trusting(dovecot.certificate())).count(ann)).isInstanceOf(SystemUnavailable.class);
    }

    @Test
    void a_conversation_that_begins_in_clear_is_encrypted_before_anybody_signs_in() throws Exception {
        assertThat(new MailStore(Mailbox.MAIL, upgraded(trusting(dovecot.certificate()))).count(ann)).isZero();
        assertThatThrownBy(() -> new MailStore(Mailbox.MAIL, upgraded((SSLSocketFactory) SSLSocketFactory.getDefault())).count(ann)).isInstanceOf(SystemUnavailable.class);
    }

    private MailServer upgraded(SSLSocketFactory tls) {
        return new MailServer("localhost", dovecot.port(), tls, Upgrade.IMAP, DovecotEngine.SERVICE, dovecot.servicePassword(), Limits.USUAL);
    }

    @Test
    void without_tls_no_other_machine_is_reached() {
        var elsewhere = new MailServer("192.0.2.1", 143, null, "innsyn", "secret", Limits.USUAL);
        assertThatThrownBy(() -> new MailStore(Mailbox.MAIL, elsewhere).count(ann))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining("without TLS leads to this machine only");
    }

    private MailStore mail(String host, SSLSocketFactory tls) {
        return new MailStore(Mailbox.MAIL,
                new MailServer(host, dovecot.tlsPort(), tls, DovecotEngine.SERVICE, dovecot.servicePassword(), Limits.USUAL));
    }

    private static SSLSocketFactory trusting(Path certificate) throws Exception {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            keys.setCertificateEntry("mail", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
