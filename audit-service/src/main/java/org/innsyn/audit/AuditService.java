package org.innsyn.audit;

import org.innsyn.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The service that records accesses to personal data and lets people read them. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class AuditService {

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service in this JVM; closing the context stops it. */
    public static ConfigurableApplicationContext start(String... args) {
        return SpringApplication.run(AuditService.class, args);
    }
}
