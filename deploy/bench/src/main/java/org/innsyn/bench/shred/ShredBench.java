package org.innsyn.bench.shred;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** Shredding somebody with one, a thousand and very many entries: until everybody refuses, and until nothing is left. */
public final class ShredBench implements Bench {

    private static final int MIDDLE = 1_000;

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var lengths = Stream.of(1, Math.min(MIDDLE, sizes.entries() / 2), sizes.entries()).toList();
            var shreddings = IntStream.range(0, lengths.size()).mapToObj(i -> new Shredding(house, service, lengths.get(i), i)).toList();
            var raw = shreddings.stream().map(each -> new RawDeleting(house, service.database(), each)).toList();
            var fsyncs = new Fsyncs(house.folder("fsync"));
            for (int i = 0; i < shreddings.size() - 1; i++) {
                prepared(shreddings.get(i), raw.get(i)).forEach(each -> run(each, -1));
            }
            var contenders = new ArrayList<Contender>(List.of(fsyncs));
            for (int i = 0; i < shreddings.size(); i++) {
                contenders.addAll(prepared(shreddings.get(i), raw.get(i)));
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("shred", results);
            var least = results.of(shreddings.getFirst().name(), Shredding.REFUSED);
            for (int i = 1; i < shreddings.size(); i++) {
                report.ratio(new Ratio("shred.refused-%d/refused-1".formatted(lengths.get(i)), results.of(shreddings.get(i).name(), Shredding.REFUSED).over(least), Ratio.Bar.atMost(1.5)));
            }
            for (int i = 0; i < shreddings.size(); i++) {
                report.ratio(new Ratio("shred.gone-%d/deleted".formatted(lengths.get(i)),
                        results.of(shreddings.get(i).name(), Shredding.GONE).over(results.of(raw.get(i).name(), Shredding.GONE)), Ratio.Bar.atMost(1.5)));
            }
            report.note("Shredding is asked for over Kafka and looked at from outside, every 2 ms until vault, API and portal refuse and every 20 ms until documents and rows are gone. One fsync of 8 KiB is shown beside.");
        }
    }

    private static void run(Contender contender, int round) {
        try {
            contender.run(round);
            contender.check(round);
        } catch (Exception e) {
            throw new IllegalStateException(contender.name() + " failed while warming up", e);
        }
    }

    /** Makes a log before it is shredded, and a copy of it before that is deleted, outside the measured time. */
    private static List<Contender> prepared(Shredding shredding, RawDeleting raw) {
        return List.of(new Prepared(shredding, round -> {
            shredding.prepare(round);
            raw.prepare();
        }), raw);
    }

    /** Something to do before each round. */
    private interface Preparation {
        void before(int round) throws Exception;
    }

    /** A contender with a preparation. */
    private record Prepared(Contender contender, Preparation preparation) implements Contender {

        @Override
        public String name() {
            return contender.name();
        }

        @Override
        public java.util.Map<String, Double> run(int round) throws Exception {
            preparation.before(round);
            return contender.run(round);
        }

        @Override
        public void check(int round) throws Exception {
            contender.check(round);
        }
    }
}
