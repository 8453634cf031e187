package org.innsyn.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.innsyn.schemas.access.AccessEvent;

/**
 * What is reported round by round, the same to everybody who is compared. Rounds below 0 are for warming up: they count for contents and
 * not for time.
 *
 * <p>Each client is a reporting application of its own, so no two clients report the same source.
 */
public final class Workload {

    private final String name;
    private final Population population;
    private final int events;
    private final int batch;
    private final int clients;
    private final int warmUps;
    private final Map<Integer, List<List<AccessEvent>>> made = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> perPerson = new TreeMap<>();

    /**
     * @param name distinguishes the ids of its events from those of other workloads
     * @param events per round; a multiple of {@code batch}
     * @param warmUps how many rounds there are before round 0
     */
    public Workload(String name, Population population, int events, int batch, int clients, int warmUps) {
        if (events % batch != 0) {
            throw new IllegalArgumentException("a round of " + events + " events cannot be cut into batches of " + batch);
        }
        this.name = name;
        this.population = population;
        this.events = events;
        this.batch = batch;
        this.clients = clients;
        this.warmUps = warmUps;
    }

    /** The very first round; nobody has done anything before. */
    public int firstRound() {
        return -warmUps;
    }

    /** How many events there are when everything up to and with {@code round} is reported. */
    public long eventsUpTo(int round) {
        return (long) events * (round + 1 + warmUps);
    }

    public int events() {
        return events;
    }

    public int batchSize() {
        return batch;
    }

    public int clients() {
        return clients;
    }

    /** The reporting applications, one a client. */
    public List<String> sources() {
        return IntStream.range(0, clients).mapToObj(this::source).toList();
    }

    private String source(int client) {
        return "urn:bench:%s:%d".formatted(name, client);
    }

    /** The round's batches in the order in which they are sent; batch i is sent by client i modulo clients. */
    public synchronized List<List<AccessEvent>> batches(int round) {
        if (!made.containsKey(round)) {
            made.keySet().removeIf(old -> old < round - 1);
            made.put(round, make(round));
        }
        return made.get(round);
    }

    private List<List<AccessEvent>> make(int round) {
        var random = new SplittableRandom(name.hashCode() * 31L + round);
        var counts = new HashMap<Integer, Integer>();
        var batches = new ArrayList<List<AccessEvent>>();
        for (int from = 0; from < events; from += batch) {
            var one = new ArrayList<AccessEvent>(batch);
            for (int i = from; i < from + batch; i++) {
                int person = population.draw(random);
                counts.merge(person, 1, Integer::sum);
                one.add(Events.event(source(batches.size() % clients), "%d-%d".formatted(round, i), (round + warmUps) * events + i, person));
            }
            batches.add(one);
        }
        perPerson.put(round, counts);
        return batches;
    }

    /** How many people have how many entries when everything up to and with {@code round} is recorded. */
    public synchronized Map<Long, Long> entriesUpTo(int round) {
        var sums = new HashMap<Integer, Long>();
        for (int each = firstRound(); each <= round; each++) {
            if (!perPerson.containsKey(each)) {
                batches(each);
            }
            perPerson.get(each).forEach((person, count) -> sums.merge(person, (long) count, Long::sum));
        }
        var histogram = new TreeMap<Long, Long>();
        sums.values().forEach(count -> histogram.merge(count, 1L, Long::sum));
        return histogram;
    }

    /** The share of the round's events about somebody who had an entry before. */
    public synchronized double hitRate(int round) {
        long before = round == firstRound() ? 0 : people(round - 1);
        return 1 - (double) (people(round) - before) / events;
    }

    private long people(int round) {
        return entriesUpTo(round).values().stream().mapToLong(Long::longValue).sum();
    }
}
