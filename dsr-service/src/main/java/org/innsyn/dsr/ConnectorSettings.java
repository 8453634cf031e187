package org.innsyn.dsr;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a system: what stands under {@code innsyn.connectors.<name>}.
 *
 * @param kind what it speaks; a database when nothing is said
 * @param url where it is
 * @param username who signs in
 * @param password their password; for trying things out
 * @param passwordFile a file that holds it, and nothing else but a line's end
 * @param title what people call what it holds; for all but databases, whose descriptions say it
 * @param object where its data stands in the access control table
 * @param category its data category
 * @param basis the legal basis it is held on ("contract"; GDPR Art. 6(1)), told to the person who asks what is held; may be left out
 * @param principals where people's principals are, with {@code {account}} in it; for address books and calendars
 * @param trust the name of an SSL bundle ({@code spring.ssl.bundle.*}) whose certificates are trusted; those Java trusts when nothing is said
 * @param pause for a webhook: how long to wait before asking again; 30 seconds when nothing is said
 * @param instructions for a system without a connector: what a person does there
 * @param days within how many; 7 when nothing is said
 * @param rectifiable for a webhook or a system behind a topic: names of the fields it corrects when it is asked to; none when nothing is said
 */
record ConnectorSettings(
        @Nullable Kind kind,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String passwordFile,
        @Nullable Words title,
        @Nullable String object,
        @Nullable String category,
        @Nullable String basis,
        @Nullable String principals,
        @Nullable String trust,
        @Nullable Duration pause,
        @Nullable Words instructions,
        @Nullable Integer days,
        @Nullable List<String> rectifiable) {

    private static final int USUAL_DAYS = 7;

    /** What a system speaks. */
    enum Kind {
        SQL,
        IMAP,
        CARDDAV,
        CALDAV,
        WEBHOOK,
        /** A person. */
        MANUAL,
        /** Takes its tasks from the topic. */
        KAFKA
    }

    /** The same in two languages. */
    record Words(String en, String nb) {}

    boolean isDatabase() {
        return kind == null || kind == Kind.SQL;
    }

    SystemProfile profile(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalStateException("A connector's name has lower-case letters, digits and hyphens: " + name);
        }
        if (title == null) {
            throw missing(name, "title.en and title.nb");
        }
        return new SystemProfile(name, new Title(title.en(), title.nb()), required(name, "object", object), required(name, "category", category), basis);
    }

    /** What a person does there. */
    Title instructions(String name) {
        if (instructions == null) {
            throw missing(name, "instructions.en and instructions.nb");
        }
        return new Title(instructions.en(), instructions.nb());
    }

    List<String> rectifiableFields() {
        return rectifiable == null ? List.of() : rectifiable;
    }

    int daysOrUsual() {
        return days == null ? USUAL_DAYS : days;
    }

    URI address(String name) {
        return URI.create(required(name, "url", url));
    }

    String user(String name) {
        return required(name, "username", username);
    }

    /** The password from where it is kept. */
    String secret(String name) {
        if (passwordFile == null) {
            return required(name, "password or password-file", password);
        }
        try {
            return Files.readString(Path.of(passwordFile)).stripTrailing();
        } catch (IOException e) {
            throw new IllegalStateException("The password file of connector " + name + " cannot be read.", e);
        }
    }

    private static String required(String name, String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw missing(name, setting);
        }
        return value;
    }

    private static IllegalStateException missing(String name, String setting) {
        return new IllegalStateException("Connector " + name + " is not described whole: set innsyn.connectors." + name + "." + setting + ".");
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "ConnectorSettings[]";
    }
}
