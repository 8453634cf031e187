package org.innsyn.drill;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line.
 *
 * @param checkout the root of the build
 * @param home where results are kept
 * @param drill which one
 * @param rounds how many; 0 means as many as is usual
 * @param control whether to show instead that the drill would see a fault
 */
record Options(Path checkout, Path home, String drill, int rounds, boolean control) {

    static Options parse(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        Path checkout = Path.of("").toAbsolutePath();
        Path home = checkout.resolve(".innsyn");
        String drill = "";
        int rounds = 0;
        boolean control = false;
        while (!left.isEmpty()) {
            var word = left.pop();
            switch (word) {
                case "--checkout" -> checkout = Path.of(value(word, left)).toAbsolutePath().normalize();
                case "--home" -> home = Path.of(value(word, left)).toAbsolutePath().normalize();
                case "--rounds" -> rounds = number(word, left);
                case "--control" -> control = true;
                default -> {
                    if (word.startsWith("-") || !drill.isEmpty()) {
                        throw new WrongUse("drill does not know " + word + ". ./innsyn help lists what it knows.");
                    }
                    drill = word;
                }
            }
        }
        if (control && !drill.equals("crash")) {
            throw new WrongUse("--control belongs to the crash drill.");
        }
        return new Options(checkout, home, drill, rounds, control);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new WrongUse(option + " needs a value. ./innsyn help tells which.");
        }
        return left.pop();
    }

    private static int number(String option, Deque<String> left) {
        var text = value(option, left);
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new WrongUse(option + " needs a number from 1 on, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** The command line makes no sense; nothing was drilled. */
    static final class WrongUse extends RuntimeException {
        WrongUse(String message) {
            super(message);
        }
    }
}
