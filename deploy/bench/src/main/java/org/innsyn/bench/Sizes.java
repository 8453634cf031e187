package org.innsyn.bench;

/**
 * How much is measured.
 *
 * @param rounds how often everybody takes their turn
 * @param people whose data is looked at
 * @param events recorded per round
 * @param batch events in one report
 * @param clients that report at the same time
 * @param entries in logs and indexes that are read
 * @param seconds that a latency measurement takes per round
 * @param warmUps rounds before the first, for compilers and caches
 */
public record Sizes(int rounds, int people, int events, int batch, int clients, int entries, int seconds, int warmUps) {

    /** What {@code docs/performance.md} is about. */
    public static final Sizes USUAL = new Sizes(5, 100_000, 40_000, 500, 8, 1_000_000, 10, 6);

    public Sizes withRounds(int count) {
        return new Sizes(count, people, events, batch, clients, entries, seconds, warmUps);
    }

    public Sizes withPeople(int count) {
        return new Sizes(rounds, count, events, batch, clients, entries, seconds, warmUps);
    }

    public Sizes withEvents(int count) {
        return new Sizes(rounds, people, count, batch, clients, entries, seconds, warmUps);
    }

    public Sizes withEntries(int count) {
        return new Sizes(rounds, people, events, batch, clients, count, seconds, warmUps);
    }
}
