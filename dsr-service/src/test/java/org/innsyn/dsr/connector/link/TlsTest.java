package org.innsyn.dsr.connector.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server of OpenSSL that offers exactly what it is told to. */
class TlsTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void make() throws Exception {
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                "-keyout", "key.pem", "-out", "cert.pem");
        run("openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-passout", "pass:secret", "-out", "server.p12");
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("made").toFile()).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256", "-tls1_2 -cipher ECDHE-RSA-CHACHA20-POLY1305"})
    void forward_secret_authenticated_encryption_is_taken(String offers) throws Exception {
        try (var server = new Offering(offers); var socket = connect(server, "localhost")) {
            socket.getOutputStream().write("hello\n".getBytes(US_ASCII));
            assertThat(server.said()).contains("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-tls1_1 -cipher ALL:@SECLEVEL=0", // too old
        "-tls1_2 -cipher AES128-GCM-SHA256", // who has the key later reads what was said now
        "-tls1_2 -cipher ECDHE-RSA-AES128-SHA256" // encryption without authentication
    })
    void everything_weaker_is_refused(String offers) throws Exception {
        try (var server = new Offering(offers)) {
            assertThatThrownBy(() -> connect(server, "localhost")).isInstanceOf(IOException.class);
            assertThat(server.isUp()).isTrue();
        }
    }

    @Test
    void a_certificate_for_another_name_or_that_nobody_trusts_is_refused() throws Exception {
        try (var server = new Offering("-tls1_3")) {
            assertThatThrownBy(() -> connect(server, "127.0.0.1")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> connect(server, "localhost", (SSLSocketFactory) SSLSocketFactory.getDefault())).isInstanceOf(IOException.class);
        }
    }

    /** Whoever sits in between takes the offer out of the answers. */
    @ParameterizedTest
    @ValueSource(strings = {"502 not here", "250 as you like"})
    void a_server_that_does_not_encrypt_when_it_is_asked_to_hears_nothing_more(String answer) throws Exception {
        var heard = new ArrayList<String>();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serving = Thread.ofVirtual().start(() -> serve(socket, answer, heard));
            var sockets = new GuardedSockets(Limits.USUAL, in -> in, trusting(), Upgrade.SMTP);
            assertThatThrownBy(() -> sockets.createSocket().connect(new InetSocketAddress("localhost", socket.getLocalPort())))
                    .isInstanceOf(AnswerRefused.class).hasMessageContaining("STARTTLS");
            assertThat(sockets.refused()).isPresent();
            serving.interrupt();
        }
        assertThat(heard).containsExactly("EHLO [127.0.0.1]", "STARTTLS");
    }

    @Test
    void what_is_said_after_it_was_upgraded_is_encrypted_and_what_was_said_before_is_forgotten() throws Exception {
        var heard = new ArrayList<String>();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serving = Thread.ofVirtual().start(() -> serveUpgraded(socket, heard));
            try (var line = new GuardedSockets(Limits.USUAL, in -> in, trusting(), Upgrade.SMTP).createSocket()) {
                line.connect(new InetSocketAddress("localhost", socket.getLocalPort()));
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
                assertThat(in.readLine()).as("nothing of what stood there in clear").isEqualTo("220 ready");
                line.getOutputStream().write("EHLO here\r\n".getBytes(US_ASCII));
                assertThat(in.readLine()).isEqualTo("250 inside");
            }
            serving.join();
        }
        assertThat(heard).containsExactly("EHLO [127.0.0.1]", "STARTTLS", "EHLO here");
    }

    private static void serveUpgraded(ServerSocket socket, List<String> heard) {
        try (var line = socket.accept()) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII), 1);
            line.getOutputStream().write("220 two\r\n".getBytes(US_ASCII));
            heard.add(in.readLine());
            line.getOutputStream().write("250 STARTTLS\r\n".getBytes(US_ASCII));
            heard.add(in.readLine());
            line.getOutputStream().write("220 go on\r\n".getBytes(US_ASCII));
            try (var encrypted = (SSLSocket) serving().createSocket(line, null, line.getPort(), true)) {
                encrypted.setUseClientMode(false);
                heard.add(new BufferedReader(new InputStreamReader(encrypted.getInputStream(), US_ASCII)).readLine());
                encrypted.getOutputStream().write("250 inside\r\n".getBytes(US_ASCII));
            }
        } catch (Exception gone) {
            heard.add(gone.toString());
        }
    }

    private static SSLSocketFactory serving() throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("server.p12"))) {
            keys.load(in, "secret".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    private static void serve(ServerSocket socket, String answer, List<String> heard) {
        try (var line = socket.accept(); var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII))) {
            line.getOutputStream().write("220-one\r\n220 two\r\n".getBytes(US_ASCII));
            heard.add(in.readLine());
            line.getOutputStream().write("250-here\r\n250 STARTTLS\r\n".getBytes(US_ASCII));
            heard.add(in.readLine());
            line.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
        } catch (IOException gone) {
            // Whoever spoke has gone.
        }
    }

    private static Socket connect(Offering server, String host) throws Exception {
        return connect(server, host, trusting());
    }

    private static Socket connect(Offering server, String host, SSLSocketFactory trusted) throws IOException {
        var socket = new GuardedSockets(Limits.USUAL, in -> in, trusted).createSocket();
        socket.connect(new InetSocketAddress(host, server.port));
        return socket;
    }

    private static SSLSocketFactory trusting() throws Exception {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        try (var in = Files.newInputStream(folder.resolve("cert.pem"))) {
            keys.setCertificateEntry("server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** One server, and what it was told. */
    private static final class Offering implements AutoCloseable {

        private final Process process;
        private final int port;
        private final Path said;

        Offering(String offers) throws IOException {
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            said = Files.createTempFile(folder, "said", "");
            var command = new ArrayList<>(List.of("openssl", "s_server", "-accept", String.valueOf(port), "-cert", "cert.pem", "-key", "key.pem"));
            command.addAll(List.of(offers.split(" ")));
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.readString(said).contains("ACCEPT"));
        }

        String said() {
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.readString(said).contains("hello"));
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isUp() {
            return process.isAlive();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
