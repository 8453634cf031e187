package org.innsyn.signin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the provider. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SignIn {

    public static void main(String[] arguments) {
        start(arguments);
    }

    /**
     * Starts the provider inside a running JVM.
     *
     * @param arguments Spring properties as {@code --key=value}
     * @return the running context; closing it stops the provider
     */
    public static ConfigurableApplicationContext start(String... arguments) {
        return SpringApplication.run(SignIn.class, arguments);
    }
}
