package org.innsyn.bench.requests;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.io.OutputStream;
import java.util.List;
import java.util.Properties;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;

/**
 * Reads a mailbox twice, and tells how long the second time took: with {@code innsyn} as the service collects it, with {@code plain} message by message as
 * the library's manual does. Both let go what they read.
 */
public final class Collect {

    private final int port;
    private final String user;
    private final String password;
    private final String account;
    private long bytes;
    private long records;

    private Collect(int port, String user, String password, String account) {
        this.port = port;
        this.user = user;
        this.password = password;
        this.account = account;
    }

    public static void main(String[] words) throws Exception {
        var said = new Said();
        var collect = new Collect(Integer.parseInt(words[1]), words[2], System.getenv("BENCH_PASSWORD"), words[3]);
        collect.run(words[0]);
        long begun = System.nanoTime();
        collect.run(words[0]);
        said.line((System.nanoTime() - begun) / 1e9, collect.records, collect.bytes);
    }

    private void run(String how) throws Exception {
        bytes = 0;
        records = 0;
        if (how.equals("innsyn")) {
            collect();
        } else {
            plain();
        }
    }

    private void collect() throws Exception {
        try (var snapshot = MailCopy.store(port, user, password).open(new Account(account))) {
            records = ((Content.Files) snapshot.content(MailCopy.PROFILE.item())).write(new Nowhere());
        }
    }

    private void plain() throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.imap.sasl.authorizationid", account);
        properties.setProperty("mail.imap.auth.mechanisms", "PLAIN");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", port, user, password);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (int number = 1; number <= inbox.getMessageCount(); number++) {
                inbox.getMessage(number).writeTo(new Counting());
                records++;
            }
            inbox.close(false);
        }
    }

    private final class Counting extends OutputStream {

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int offset, int length) {
            bytes += length;
        }
    }

    private final class Nowhere implements FileSink {

        @Override
        public Added add(List<String> name, Body body) throws java.io.IOException {
            body.write(new Counting());
            return new Added("x", 0, "");
        }

        @Override
        public Growing begin(List<String> name) {
            return new Growing() {
                @Override
                public OutputStream out() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public Added end() {
                    return new Added("x", 0, "");
                }

                @Override
                public void close() {
                    // There is nothing.
                }
            };
        }

        @Override
        public void show(Shown shown) {
            // Nobody looks.
        }
    }
}
