package org.innsyn.demo.report;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was answered, for the summary. */
public final class Tally {

    private final Map<String, Long> answers = new TreeMap<>();

    synchronized void count(Channel channel, String answer) {
        answers.merge(channel.stored() + " " + answer, 1L, Long::sum);
    }

    /** How many events got that answer on that channel. */
    public synchronized long of(Channel channel, String answer) {
        return answers.getOrDefault(channel.stored() + " " + answer, 0L);
    }

    /** How many events were rejected, whatever the reason. */
    public synchronized long rejected() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().contains(" rejected"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
