package org.innsyn.bench.answer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innsyn.bench.house.Scratch;
import org.innsyn.bench.house.Workplace;
import org.innsyn.engines.DovecotEngine;

/** A mail server of its own, below the scratch folder, until it is closed. */
final class Mailboxes implements AutoCloseable {

    private final Scratch scratch;
    private final Path folder;
    private final int port;
    private final DovecotEngine dovecot;

    /** Writes one message of a mailbox. */
    interface Message {
        void write(int number, OutputStream out) throws IOException;
    }

    private Mailboxes(Scratch scratch, int port) throws IOException {
        this.scratch = scratch;
        this.folder = scratch.folder("mail");
        this.port = port;
        this.dovecot = new DovecotEngine(folder, port, 0);
    }

    /** @throws IllegalStateException when Dovecot is not installed */
    static Mailboxes open(Workplace place) throws IOException {
        if (!DovecotEngine.isInstalled()) {
            throw new IllegalStateException("Reading mail is measured with Dovecot (Debian: apt-get install dovecot-imapd), which this machine does not have.");
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var mailboxes = new Mailboxes(Scratch.below(place.scratch()), socket.getLocalPort());
            socket.close();
            mailboxes.dovecot.start();
            return mailboxes;
        }
    }

    /** A mailbox of {@code count} messages, every third of them read. */
    void write(String account, int count, Message message) throws IOException {
        var maildir = folder.resolve("mail").resolve(account);
        for (String part : List.of("new", "tmp", "cur")) {
            Files.createDirectories(maildir.resolve(part));
        }
        for (int number = 0; number < count; number++) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(maildir.resolve("cur").resolve("%d.M%dP1.bench:2,%s".formatted(1_700_000_000 + number, number, number % 3 == 0 ? "S" : ""))))) {
                message.write(number, out);
            }
        }
    }

    int port() {
        return port;
    }

    String password() {
        return dovecot.servicePassword();
    }

    /** For what programs write that read the mail. */
    Path programs() throws IOException {
        return scratch.folder("programs");
    }

    @Override
    public void close() throws IOException {
        dovecot.stop();
        scratch.close();
    }
}
