package org.innsyn.signin;

import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Reads the directory once; a change of the file is seen at the next start. */
@Configuration
class DirectoryConfiguration {

    @Bean
    Directory directory(SignInProperties properties, JsonMapper json) {
        if (Files.notExists(properties.directory())) {
            throw new IllegalStateException("There are no accounts: " + properties.directory()
                    + " does not exist. ./innsyn up writes it at its first start.");
        }
        return json.readValue(properties.directory().toFile(), Directory.class);
    }

    /** Passwords and secrets here are random; the cost only has to make logs and heap dumps useless. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(6);
    }

    /**
     * The name of the signed-in user is the opaque id, so that tokens and sessions never hold what people type. A user name that is unknown,
     * one whose time is over and one whose password is wrong cost one comparison each and are answered alike: nobody learns who has an account.
     */
    @Bean
    UserDetailsService accounts(Directory directory, PasswordEncoder encoder, Clock clock) {
        Map<String, String> hashes = new HashMap<>();
        directory.accounts().forEach(account -> hashes.put(account.id(), encoder.encode(account.password())));
        String matchesNothing = encoder.encode(UUID.randomUUID().toString());
        return username -> directory
                .byUsername(username)
                .map(account -> new User(account.id(), account.isOver(clock.instant()) ? matchesNothing : hashes.get(account.id()), List.of()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
