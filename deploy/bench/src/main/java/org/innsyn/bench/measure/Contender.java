package org.innsyn.bench.measure;

import java.util.Map;

/** One of the things that are compared: does its work once a round, and says what it left behind. */
public interface Contender {

    /** How it is called in tables and in the JSON: lower-case words with dashes. */
    String name();

    /**
     * Does one round's work.
     *
     * @param round from 0 on
     * @return figures by unit ({@code "events/s"}, {@code "ms p99"})
     */
    Map<String, Double> run(int round) throws Exception;

    /**
     * Looks at what the round left, outside the measured time.
     *
     * @throws ContentsDiffer when it is not what should have been left
     */
    default void check(int round) throws Exception {}
}
