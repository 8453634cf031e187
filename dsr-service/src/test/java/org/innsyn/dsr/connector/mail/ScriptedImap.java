package org.innsyn.dsr.connector.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on a real socket that says what no honest one says. */
final class ScriptedImap implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String folder;
    private final Fetch fetch;

    /** Answers a FETCH itself; the line that ends it is added. */
    interface Fetch {
        void answer(String command, OutputStream out) throws IOException, InterruptedException;
    }

    ScriptedImap(String folder, Fetch fetch) throws IOException {
        this.folder = folder;
        this.fetch = fetch;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                var socket = listening.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var out = socket.getOutputStream();
            say(out, "* OK [CAPABILITY IMAP4rev1 NAMESPACE AUTH=PLAIN SASL-IR] ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String tag = line.substring(0, line.indexOf(' '));
                String command = line.substring(tag.length() + 1);
                answer(command, out);
                say(out, tag + " OK done");
            }
        } catch (IOException | InterruptedException gone) {
            // The client hung up.
        }
    }

    private void answer(String command, OutputStream out) throws IOException, InterruptedException {
        switch (command.split(" ")[0]) {
            case "CAPABILITY" -> say(out, "* CAPABILITY IMAP4rev1 NAMESPACE AUTH=PLAIN SASL-IR");
            case "NAMESPACE" -> say(out, "* NAMESPACE ((\"\" \"|\")) ((\"user|\" \"|\")) ((\"shared|\" \"|\"))");
            case "LIST" -> {
                for (String name : folder.split(" ")) {
                    say(out, "* LIST () \"|\" " + name);
                }
            }
            case "EXAMINE", "SELECT" -> say(out, "* 1 EXISTS\r\n* 0 RECENT\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 1] x");
            case "STATUS" -> say(out, "* STATUS " + command.split(" ")[1] + " (MESSAGES 1)");
            case "FETCH" -> fetch.answer(command, out);
            default -> {}
        }
    }

    static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
