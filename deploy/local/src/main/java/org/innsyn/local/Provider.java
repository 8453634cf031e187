package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;

/**
 * Where people and programs sign in: the local sign-in, unless {@code provider.properties} in the home names another provider (docs/sign-in.md).
 *
 * @param issuer as tokens name it
 * @param token where programs get tokens
 * @param keys where its public keys are
 * @param pages what the pages are told besides
 */
record Provider(String issuer, String token, String keys, List<String> pages) {

    private static final List<String> ENDPOINTS = List.of("authorize", "token", "keys", "person", "end");

    static Provider of(HomeFolder home, HousePorts ports) {
        var file = home.root().resolve("provider.properties");
        if (Files.notExists(file)) {
            String local = HousePorts.url(ports.signIn());
            return new Provider(local, local + "/oauth2/token", local + "/oauth2/jwks", List.of("innsyn.sign-in.passkeys=" + local + "/passkeys"));
        }
        var told = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            told.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String issuer = needed(told, "issuer");
        return new Provider(issuer, issuer + needed(told, "token"), issuer + needed(told, "keys"),
                ENDPOINTS.stream().map(endpoint -> "innsyn.sign-in.endpoints." + endpoint + "=" + needed(told, endpoint)).toList());
    }

    private static String needed(Properties told, String name) {
        String value = told.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new Refusal(ExitCode.WRONG_USE, "provider.properties does not say " + name + ". docs/sign-in.md tells what it needs. Nothing was started.");
        }
        return value;
    }
}
