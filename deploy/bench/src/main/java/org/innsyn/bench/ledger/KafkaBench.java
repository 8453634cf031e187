package org.innsyn.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;

/** Recording from Kafka with everything on, against consuming the same events and copying the same rows. */
public final class KafkaBench implements Bench {

    private static final List<Integer> CONSUMERS = List.of(1, 2, 4);

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var kafka = house.engines().kafka().bootstrapServers();
            var workload = new Workload("kafka", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients(), sizes.warmUps());
            var round = new RoundRows(sizes.events());
            var copies = CONSUMERS.stream().map(count -> new ConsumeAndCopy(service.database(), kafka, workload, count, round)).toList();
            house.topics(copies.stream().map(ConsumeAndCopy::topic).toList());
            var recording = new Marked(new KafkaReporting(service, kafka, workload), new RecordedRows(service.database()), round, copies.getFirst().schema(), workload);
            var contenders = new ArrayList<Contender>(Stream.concat(Stream.of(recording), copies.stream()).toList());
            Reporting.warmUp(contenders, sizes.warmUps(), place.progress());
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("ledger", results);
            var best = results.best(Reporting.EVENTS_PER_SECOND, copies.stream().map(ConsumeAndCopy::name).toList());
            report.ratio(new Ratio("ledger.kafka/consume-copy", results.of("kafka", Reporting.EVENTS_PER_SECOND).over(best), Ratio.Bar.atLeast(0.25)));
            report.note("Over Kafka the events of a round become visible at once, by committing a Kafka transaction; the clock runs from then until the last offset has moved.");
        }
    }
}
