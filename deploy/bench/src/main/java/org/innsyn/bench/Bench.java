package org.innsyn.bench;

import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Report;

/** One benchmark: starts what it needs, measures, and adds what it found to the report. */
public interface Bench {

    void run(Workplace place, Sizes sizes, Report report) throws Exception;
}
