package org.innsyn.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as a program of its own. Everything they show comes over HTTP from the services. */
@SpringBootApplication
public class UiApplication {

    public static void main(String[] args) {
        start(args);
    }

    /**
     * Starts the pages.
     *
     * @param args settings as {@code --name=value}
     * @return the running context; closing it stops the pages
     */
    public static ConfigurableApplicationContext start(String... args) {
        return SpringApplication.run(UiApplication.class, args);
    }
}
