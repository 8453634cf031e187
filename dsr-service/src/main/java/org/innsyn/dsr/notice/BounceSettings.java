package org.innsyn.dsr.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox in which letters come back: {@code innsyn.mail.bounces.*}.
 *
 * @param url the IMAP server: {@code imaps://HOST:PORT}, {@code imap+starttls://HOST:PORT}, or {@code imap://} on this machine; null when nobody looks
 * @param username who signs in there
 * @param password their password; for trying things out
 * @param passwordFile a file that holds it, and nothing else but a line's end
 * @param trust the name of an SSL bundle whose certificates are trusted; those Java trusts when nothing is said
 * @param folder which folder is read; nothing is changed in it
 * @param every how long after one look comes the next
 * @param returnPath the envelope's sender, to which reports go (RFC 5321 section 4.4); the company's address when nothing is said
 */
@ConfigurationProperties("innsyn.mail.bounces")
public record BounceSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String passwordFile,
        @Nullable String trust,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration every,
        @Nullable String returnPath) {

    /** Nobody looks, and reports go to the company's address. */
    public static final BounceSettings NONE = new BounceSettings(null, null, null, null, null, "INBOX", Duration.ofMinutes(1), null);

    /** Whether there is a mailbox to be read. */
    public boolean isConfigured() {
        return url != null && !url.isBlank();
    }

    /** @throws IllegalStateException when it is missing or cannot be read */
    public String secret() {
        try {
            var secret = passwordFile == null ? password : Files.readString(Path.of(passwordFile)).stripTrailing();
            if (secret == null || secret.isEmpty()) {
                throw new IllegalStateException("The mailbox for what comes back is not described whole: set innsyn.mail.bounces.password-file.");
            }
            return secret;
        } catch (IOException e) {
            throw new IllegalStateException("The file innsyn.mail.bounces.password-file names cannot be read.", e);
        }
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "BounceSettings[]";
    }
}
