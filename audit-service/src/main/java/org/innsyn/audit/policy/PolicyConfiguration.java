package org.innsyn.audit.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    /** The table in {@code innsyn.policy.table}. Without one the service does not start: every access would be outside policy. */
    @Bean
    AccessControlTable accessControlTable(@Value("${innsyn.policy.table}") Path file) {
        try {
            return AccessControlTable.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the access control table (innsyn.policy.table) cannot be read", e);
        }
    }
}
