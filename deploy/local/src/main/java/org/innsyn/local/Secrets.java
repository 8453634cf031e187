package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Passwords and client secrets: made once at random, kept one to a file that only the owner may read. */
final class Secrets {

    /** No letters that look like digits: people type some of these. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(HomeFolder home) {
        folder = home.folder("secrets");
    }

    /** The secret of that name, about 99 bits of it. */
    String get(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            HomeFolder.write(file, generate());
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("The secret " + name + " cannot be read", problem);
        }
    }

    private String generate() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
