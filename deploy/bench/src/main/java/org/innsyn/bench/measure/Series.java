package org.innsyn.bench.measure;

import java.util.List;

/**
 * One figure of all rounds, in their order.
 *
 * @param values one per round, at least one
 */
public record Series(List<Double> values) {

    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series needs at least one round");
        }
    }

    public double median() {
        return quantile(0.5);
    }

    public double min() {
        return quantile(0);
    }

    public double max() {
        return quantile(1);
    }

    /** By linear interpolation between the two nearest ranks; {@code share} from 0 to 1. */
    public double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        double rank = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(rank));
        double above = sorted.get((int) Math.ceil(rank));
        return below + (above - below) * (rank - Math.floor(rank));
    }

    /** Round by round: what runs side by side in time meets the same machine. */
    public Series over(Series other) {
        if (other.values.size() != values.size()) {
            throw new IllegalArgumentException("series of different lengths cannot be compared round by round");
        }
        return new Series(java.util.stream.IntStream.range(0, values.size()).mapToObj(i -> values.get(i) / other.values.get(i)).toList());
    }
}
