package org.innsyn.local;

import java.util.List;
import org.innsyn.engines.EngineStartFailed;
import org.slf4j.LoggerFactory;

/** What {@code ./innsyn} runs; people use the script, which finds the JDK, builds, and knows the folders. */
public final class Main {

    private Main() {}

    /** {@code --home DIR --checkout DIR VERB [ARGUMENT...]}; ends with a code that {@code ./innsyn help} explains. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            System.setProperty("innsyn.local.log", logFor(options));
            ExitCode end = run(options);
            System.exit(end.code());
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(refusal.exitCode().code());
        } catch (EngineStartFailed failed) {
            System.err.println(failed.getMessage());
            System.exit(ExitCode.FAILED.code());
        } catch (InterruptedException interrupted) {
            System.exit(ExitCode.FAILED.code());
        } catch (RuntimeException unforeseen) {
            LoggerFactory.getLogger(Main.class).error("unforeseen", unforeseen);
            System.err.println("Something went wrong that Innsyn has no better words for: " + unforeseen
                    + "\nEverything recorded is kept. ./innsyn logs local says more.");
            System.exit(ExitCode.FAILED.code());
        }
    }

    /** Only what starts engines keeps a log; short commands speak on the console. */
    private static String logFor(Options options) {
        return options.verb().equals("up") || options.verb().equals("recover") ? options.home().log("local").toString() : "/dev/null";
    }

    private static ExitCode run(Options options) throws InterruptedException {
        HomeFolder home = options.home();
        switch (options.verb()) {
            case "up" -> new Up(options).run();
            case "recover" -> new Recover(options).run();
            case "down" -> new Down(home).run();
            case "status" -> {
                return new Status(home, System.out).run(options.has("--json"));
            }
            case "accounts" -> {
                if (options.has("--keycloak")) {
                    System.out.println(KeycloakRealm.of(SignInDirectory.read(home)));
                } else {
                    Accounts.print(SignInDirectory.read(home), System.out);
                }
            }
            case "token" -> System.out.println(tokens(home).of(only(options.arguments())));
            case "doctor" -> new Doctor(new StateFile(home), ports(home), tokens(home)).run();
            case "keys" -> new Keys(ports(home), tokens(home)).run(options.arguments());
            case "retention" -> new Retention(ports(home), tokens(home)).run(options.arguments());
            case "policy" -> new Policy(ports(home), tokens(home)).run(options.arguments());
            case "restore-check" -> new RestoreCheck(ports(home), tokens(home)).run(options.arguments());
            case "rebuild" -> new Rebuild(ports(home), tokens(home)).run(options.arguments());
            default -> throw new Refusal(ExitCode.WRONG_USE, "There is no command " + options.verb() + ". ./innsyn help lists them.");
        }
        return ExitCode.DONE;
    }

    private static String only(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Refusal(ExitCode.WRONG_USE, "Say whose token: ./innsyn token ROLE");
        }
        return arguments.getFirst();
    }

    private static Tokens tokens(HomeFolder home) {
        return new Tokens(home, ports(home));
    }

    private static HousePorts ports(HomeFolder home) {
        return new HousePorts(new StateFile(home).requireRunning().port());
    }
}
