package org.innsyn.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Servers from the system's packages: each with a configuration and a folder of its own, never the system's service. */
class InstalledServersTest {

    @Test
    void dovecot_greets_also_after_it_was_stopped() throws IOException {
        var dovecot = TestEngines.shared().dovecot();
        assertThat(dovecot.certificate()).exists();
        String password = dovecot.servicePassword();
        dovecot.stop();
        assertThat(dovecot.isAlive()).isFalse();

        assertThat(TestEngines.shared().dovecot().servicePassword()).isEqualTo(password);
        assertThat(greeting(dovecot.port())).contains("IMAP4rev1");
    }

    @Test
    void radicale_lets_nobody_in_without_a_password() throws IOException {
        var root = (HttpURLConnection) URI.create(TestEngines.shared().radicale().url() + "somebody/").toURL().openConnection();
        assertThat(root.getResponseCode()).isEqualTo(401);
    }

    @Test
    void mariadb_greets_also_after_it_was_stopped() throws IOException {
        var maria = TestEngines.shared().mariaDb();
        maria.stop();
        int port = Integer.parseInt(TestEngines.shared().mariaDb().address().split(":")[1]);
        assertThat(greeting(port)).contains("MariaDB");
    }

    private static String greeting(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return new String(socket.getInputStream().readNBytes(60), StandardCharsets.ISO_8859_1);
        }
    }
}
