package org.innsyn.demo.mailbox;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where mailboxes, address books and calendars are, as the launcher wrote it down.
 *
 * @param imapPort of Dovecot, on this machine
 * @param imapUser who may act as every mailbox's owner
 * @param imapPassword of that user
 * @param davUrl root of Radicale
 * @param davUser who may write below every principal
 * @param davPassword of that user
 */
public record MailConfiguration(int imapPort, String imapUser, String imapPassword, URI davUrl, String davUser, String davPassword) {

    /** Reads the properties file the launcher writes at every start. */
    public static MailConfiguration read(Path file) {
        Properties told = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            told.load(text);
        } catch (IOException problem) {
            throw new UncheckedIOException("The demo company was told nothing: " + file + " cannot be read", problem);
        }
        return new MailConfiguration(
                Integer.parseInt(told.getProperty("imap.port")),
                told.getProperty("imap.user"),
                told.getProperty("imap.password"),
                URI.create(told.getProperty("dav.url")),
                told.getProperty("dav.user"),
                told.getProperty("dav.password"));
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "MailConfiguration[]";
    }
}
