package org.innsyn.bench.ledger;

import java.util.Map;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;

/** Remembers where a recording's turn begins, and hands over the rows it wrote after it. */
record Marked(Contender recording, RecordedRows rows, RoundRows round, String copies, Workload workload) implements Contender {

    @Override
    public String name() {
        return recording.name();
    }

    @Override
    public Map<String, Double> run(int number) throws Exception {
        long mark = number == workload.firstRound() ? 0 : rows.mark();
        var measured = recording.run(number);
        round.are(rows.since(mark, workload.events() / workload.batchSize(), copies));
        return measured;
    }

    @Override
    public void check(int number) throws Exception {
        recording.check(number);
    }
}
