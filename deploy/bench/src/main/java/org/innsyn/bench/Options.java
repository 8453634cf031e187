package org.innsyn.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param checkout the root of the build
 * @param benches what to measure, in this order
 * @param sizes how much
 * @param json where the JSON goes
 * @param profiles where flight recordings go
 */
record Options(Path checkout, Set<String> benches, Sizes sizes, Optional<Path> json, Optional<Path> profiles) {

    static Options parse(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        Path checkout = Path.of("").toAbsolutePath();
        var benches = new LinkedHashSet<String>();
        var sizes = Sizes.USUAL;
        Optional<Path> json = Optional.empty();
        Optional<Path> profiles = Optional.empty();
        while (!left.isEmpty()) {
            var word = left.pop();
            switch (word) {
                case "--checkout" -> checkout = Path.of(value(word, left)).toAbsolutePath().normalize();
                case "--rounds" -> sizes = sizes.withRounds(number(word, left));
                case "--people" -> sizes = sizes.withPeople(number(word, left));
                case "--events" -> sizes = sizes.withEvents(number(word, left) / sizes.batch() * sizes.batch());
                case "--entries" -> sizes = sizes.withEntries(number(word, left));
                case "--json" -> json = Optional.of(Path.of(value(word, left)).toAbsolutePath());
                case "--profile" -> profiles = Optional.of(Path.of(value(word, left)).toAbsolutePath());
                default -> benches.addAll(Benches.named(word));
            }
        }
        if (benches.isEmpty()) {
            throw new WrongUse("Say what to measure: ./innsyn bench " + String.join("|", Benches.names()) + "|all");
        }
        if (sizes.events() == 0) {
            throw new WrongUse("--events needs at least one batch of " + sizes.batch());
        }
        return new Options(checkout, benches, sizes, json, profiles);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new WrongUse(option + " needs a value. ./innsyn help tells which.");
        }
        return left.pop();
    }

    private static int number(String option, Deque<String> left) {
        var text = value(option, left);
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new WrongUse(option + " needs a number from 1 on, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** The command line makes no sense; nothing was measured. */
    static final class WrongUse extends RuntimeException {
        WrongUse(String message) {
            super(message);
        }
    }
}
