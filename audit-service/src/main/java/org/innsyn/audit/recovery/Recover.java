package org.innsyn.audit.recovery;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/**
 * What {@code ./innsyn recover} runs, over PostgreSQL alone, while no audit-service does. Takes the service's own settings as
 * {@code --name=value}, and {@code --journal-lost} where the operator gives the journal up.
 */
public final class Recover {

    private Recover() {}

    /** Prints what will be done, and with {@code --yes} does it. Ends with 0 when the store can be served, 1 when it cannot yet. */
    public static void main(String[] args) {
        var lines = Arrays.asList(args).contains("--yes") ? run(args) : plan(args);
        (lines.isEmpty() ? List.of("The store is not behind its journal; there is nothing to recover.") : lines).forEach(System.out::println);
        System.exit(Arrays.asList(args).contains("--yes") || lines.isEmpty() ? 0 : 1);
    }

    /**
     * What {@link #run} would do, a sentence each; empty when there is nothing to do. Changes nothing.
     *
     * @throws StoreRefused when the journal cannot be relied on and is not given up
     */
    public static List<String> plan(String... args) {
        return with(args, recovery -> recovery.plan(isLost(args)));
    }

    /** Does it, and says what was done. Safe to run again after it was interrupted. */
    public static List<String> run(String... args) {
        return with(args, recovery -> recovery.run(isLost(args)));
    }

    private static boolean isLost(String... args) {
        return Arrays.asList(args).contains("--journal-lost");
    }

    private static List<String> with(String[] args, Function<Recovery, List<String>> work) {
        var application = new SpringApplication(RecoverApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        // Only what recovering needs comes to life: no loop, no processor, nothing that signs.
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        try (var context = application.run(args)) {
            return work.apply(context.getBean(Recovery.class));
        }
    }
}
