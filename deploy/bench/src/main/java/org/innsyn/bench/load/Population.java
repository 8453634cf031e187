package org.innsyn.bench.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** People of whom some are looked at much more often than others: the k-th most often is drawn in proportion to 1/k (Zipf, exponent 1.0). */
public final class Population {

    private final double[] upTo;

    public Population(int people) {
        upTo = new double[people];
        double sum = 0;
        for (int k = 0; k < people; k++) {
            sum += 1.0 / (k + 1);
            upTo[k] = sum;
        }
    }

    /** Somebody, as a number from 0 to people - 1, the most often looked at first. */
    public int draw(RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
    }

    public int people() {
        return upTo.length;
    }

    /** What the company knows the person by. */
    public static String account(int person) {
        return "account-%07d".formatted(person);
    }
}
