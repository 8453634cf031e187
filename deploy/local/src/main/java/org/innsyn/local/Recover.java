package org.innsyn.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.innsyn.engines.Engines;
import org.innsyn.engines.EnginesConfiguration;

/**
 * {@code recover}: brings a database that was restored from a backup up to what the journal knows, over PostgreSQL alone. Shows first
 * what it will do, and asks.
 */
final class Recover {

    private static final String PROGRAM = "org.innsyn.audit.recovery.Recover";

    private final Options options;

    Recover(Options options) {
        this.options = options;
    }

    void run() {
        HousePorts ports = new HousePorts(options.port());
        HomeFolder home = options.home().create();
        HomeLock.take(home);
        EnginesConfiguration configuration = EnginesConfiguration.of(home.folder("engines"), options.checkout(), ports.engines());
        try (Engines engines = Engines.postgresAlone(configuration)) {
            Secrets secrets = new Secrets(home);
            Services services = new Services(home, options.checkout(), ports, engines, null, new Databases(engines.postgres(), secrets), secrets);
            List<String> arguments = new ArrayList<>(List.of(services.audit().arguments()));
            if (options.has("--journal-lost")) {
                arguments.add("--journal-lost");
            }
            recover(new ModuleClassPath(options.checkout(), "audit-service"), arguments.toArray(String[]::new));
        }
    }

    private void recover(ModuleClassPath module, String... arguments) {
        List<?> plan = call(module, "plan", arguments);
        if (plan.isEmpty()) {
            System.out.println("The store is not behind its journal. There is nothing to recover.");
            return;
        }
        System.out.println("This is what recovering will do:");
        plan.forEach(line -> System.out.println("  " + line));
        confirm();
        call(module, "run", arguments).forEach(line -> System.out.println("  " + line));
        System.out.println("Recovered. ./innsyn up starts the house.");
    }

    private void confirm() {
        if (options.has("--yes")) {
            return;
        }
        System.out.print("It cannot be undone. Type recover: ");
        Scanner answer = new Scanner(System.in);
        if (!answer.hasNextLine() || !answer.nextLine().strip().equals("recover")) {
            throw new Refusal(ExitCode.WRONG_USE, "\nNothing was done.");
        }
    }

    private static List<?> call(ModuleClassPath module, String method, String... arguments) {
        try {
            return (List<?>) module.call(PROGRAM, method, arguments);
        } catch (RuntimeException refused) {
            // Its class is the service's own and not known here.
            if (refused.getClass().getSimpleName().equals("StoreRefused")) {
                throw new Refusal(ExitCode.FAILED, refused.getMessage());
            }
            throw refused;
        }
    }
}
