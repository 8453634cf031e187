package org.innsyn.dsr.notice;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are written to: {@code innsyn.mail.*}.
 *
 * @param url the mail server: {@code smtps://HOST:PORT} (RFC 8314, encrypted from the first byte), {@code smtp+starttls://HOST:PORT} (RFC 3207), or {@code smtp://} on this machine; null when there is
 *     none, and notices wait
 * @param username who signs in there; null for a server that asks nobody
 * @param password their password; for trying things out
 * @param passwordFile a file that holds it, and nothing else but a line's end
 * @param trust the name of an SSL bundle whose certificates are trusted; those Java trusts when nothing is said
 * @param from the company's address
 * @param company the company's name, under every letter
 * @param page where people sign in; the same for everybody
 * @param address how an account's address is made: a text with {@code {account}} in it
 * @param addressFrom where an account's address is found: an item and its field ("demo/customers:email"); comes before {@code address}
 * @param languages for people whose language is not known, a letter has all of these, in this order
 * @param recipients who was given data, for GDPR Art. 19
 */
@ConfigurationProperties("innsyn.mail")
public record MailSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String passwordFile,
        @Nullable String trust,
        @Nullable String from,
        @DefaultValue("Innsyn") String company,
        @DefaultValue("http://localhost:8470/") String page,
        @Nullable String address,
        @Nullable String addressFrom,
        @DefaultValue({"en", "nb"}) List<Language> languages,
        @DefaultValue Map<String, Recipient> recipients) {

    /**
     * Somebody who was given data.
     *
     * @param title their name, as it stands in the access log
     * @param mail their address; null where they are told in another way
     * @param systems the systems whose data they were given
     */
    public record Recipient(String title, @Nullable String mail, @DefaultValue List<String> systems) {}

    boolean isConfigured() {
        return url != null && !url.isBlank();
    }

    URI server() {
        return URI.create(required("url", url));
    }

    String sender() {
        return required("from", from);
    }

    /** The password from where it is kept; null for a server that asks nobody. */
    @Nullable String secret() {
        if (passwordFile == null) {
            return password;
        }
        try {
            return Files.readString(Path.of(passwordFile)).stripTrailing();
        } catch (IOException e) {
            throw new IllegalStateException("The file innsyn.mail.password-file names cannot be read.", e);
        }
    }

    private static String required(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Mail is not described whole: set innsyn.mail." + setting + ".");
        }
        return value;
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "MailSettings[]";
    }
}
