package org.innsyn.dsr;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The service's own program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DsrService {

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service and returns when it answers; to be closed by whoever started it. */
    public static ConfigurableApplicationContext start(String... args) {
        return SpringApplication.run(DsrService.class, args);
    }
}
