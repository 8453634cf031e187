package org.innsyn.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.innsyn.audit.recovery.ClosedService;
import org.innsyn.audit.recovery.Refusal;
import org.innsyn.audit.recovery.StoreRefused;
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

    /** Starts the service in this JVM, or what answers in its place while its store must not be served; closing the context stops it. */
    public static ConfigurableApplicationContext start(String... args) {
        try {
            return SpringApplication.run(AuditService.class, args);
        } catch (RuntimeException e) {
            return ClosedService.start(refusal(e).orElseThrow(() -> e), args);
        }
    }

    private static Optional<Refusal> refusal(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).filter(StoreRefused.class::isInstance)
                .map(each -> ((StoreRefused) each).refusal()).findFirst();
    }
}
