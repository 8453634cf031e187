package org.innsyn.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command line: {@code --home DIR --checkout DIR VERB [ARGUMENT...]}.
 *
 * @param home where everything that must survive is kept
 * @param checkout the root of the build
 * @param verb what to do
 * @param arguments what follows the verb
 */
record Options(HomeFolder home, Path checkout, String verb, List<String> arguments) {

    static final int DEFAULT_PORT = 8470;

    static Options parse(String... commandLine) {
        List<String> words = new ArrayList<>(Arrays.asList(commandLine));
        Path home = Path.of(take(words, "--home"));
        Path checkout = Path.of(take(words, "--checkout"));
        if (words.isEmpty()) {
            throw new Refusal(ExitCode.WRONG_USE, "No command was given. ./innsyn help lists them.");
        }
        String verb = words.removeFirst();
        return new Options(new HomeFolder(home.toAbsolutePath().normalize()), checkout.toAbsolutePath().normalize(), verb, words);
    }

    boolean has(String flag) {
        return arguments.contains(flag);
    }

    /** Whether the mail servers are wanted, too: {@code --with mail}. */
    boolean withMail() {
        int at = arguments.indexOf("--with");
        if (at < 0) {
            return false;
        }
        if (at + 1 >= arguments.size() || !arguments.get(at + 1).equals("mail")) {
            throw new Refusal(ExitCode.WRONG_USE, "--with knows one word: ./innsyn up --with mail");
        }
        return true;
    }

    /** The first of the consecutive ports. */
    int port() {
        int at = arguments.indexOf("--port");
        if (at < 0) {
            return DEFAULT_PORT;
        }
        String value = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1_024 || Integer.parseInt(value) > 65_525) {
            throw new Refusal(ExitCode.WRONG_USE, "--port needs a number from 1024 to 65525: ten ports from it on are used, eleven with mail.");
        }
        return Integer.parseInt(value);
    }

    private static String take(List<String> words, String option) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 >= words.size()) {
            throw new Refusal(ExitCode.WRONG_USE, option + " is missing. Use ./innsyn, which gives it.");
        }
        words.remove(at);
        return words.remove(at);
    }
}
