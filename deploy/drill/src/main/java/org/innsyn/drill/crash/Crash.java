package org.innsyn.drill.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.innsyn.bench.house.Workplace;
import org.innsyn.drill.Result;

/** {@code ./innsyn drill crash}. */
public final class Crash {

    private Crash() {}

    /**
     * Kills until {@code file} holds {@code rounds} rounds, also over several calls; does nothing when it does already.
     *
     * @return well when no round of all that are in the file left anything to complain about
     */
    public static Result run(Workplace place, int rounds, Path file) throws Exception {
        var tally = new Tally(file);
        if (tally.rounds().size() < rounds) {
            new CrashDrill(place, new SplittableRandom()).run(rounds, tally);
        }
        return new Result(tally.rounds().stream().allMatch(Round::isWell), summary(tally.rounds(), file));
    }

    /** @return well when a loss was seen that is there to be seen */
    public static Result control(Workplace place) throws Exception {
        long lost = new Control(place, new SplittableRandom()).lost();
        return lost > 0
                ? new Result(true, "The drill sees loss: %,d acknowledged reports were gone when PostgreSQL acknowledged before it wrote.".formatted(lost))
                : new Result(false, "The drill proves nothing: PostgreSQL acknowledged before it wrote, all of its processes were killed, and no loss was seen.");
    }

    private static String summary(List<Round> rounds, Path file) {
        var text = new StringBuilder("| killed | rounds | acknowledged before the kills | lost | duplicates | gaps |\n|---|---|---|---|---|---|\n");
        for (var kill : new TreeSet<>(rounds.stream().map(Round::kill).toList())) {
            text.append(line(kill, rounds.stream().filter(round -> round.kill().equals(kill)).toList()));
        }
        text.append(line("all", rounds));
        rounds.stream().filter(round -> !round.isWell()).forEach(round -> text.append("\nAfter ").append(round.kill()).append(" was killed: ").append(String.join(" ", round.complaints())));
        return text.append("\nThe rounds are in ").append(file).append('.').toString();
    }

    private static String line(String kill, List<Round> rounds) {
        return "| %s | %d | %,d | %,d | %,d | %,d |%n".formatted(kill, rounds.size(), rounds.stream().mapToLong(Round::sinceLast).sum(),
                rounds.stream().mapToLong(Round::lost).sum(), rounds.stream().mapToLong(Round::duplicates).sum(), rounds.stream().mapToLong(Round::gaps).sum());
    }
}
