package org.innsyn.bench.measure;

/**
 * How two figures stand to each other, and whether that is good enough.
 *
 * @param name what is compared with what: {@code ledger.http/copy}
 * @param rounds the ratio of each round
 * @param bar what is to be reached
 */
public record Ratio(String name, Series rounds, Bar bar) {

    /** The median of the rounds' ratios: a disturbance that hits one round moves it little. */
    public double value() {
        return rounds.median();
    }

    public boolean reached() {
        return bar.isReachedBy(value());
    }

    /**
     * What a ratio is held to.
     *
     * @param value the bar itself
     * @param side whether the ratio is to lie above or below it
     */
    public record Bar(double value, Side side) {

        public static Bar atLeast(double value) {
            return new Bar(value, Side.AT_LEAST);
        }

        public static Bar atMost(double value) {
            return new Bar(value, Side.AT_MOST);
        }

        boolean isReachedBy(double ratio) {
            return switch (side) {
                case AT_LEAST -> ratio >= value;
                case AT_MOST -> ratio <= value;
            };
        }

        @Override
        public String toString() {
            return (side == Side.AT_LEAST ? "≥ " : "≤ ") + Figure.of(value);
        }
    }

    /** Which side of the bar is good. */
    public enum Side { AT_LEAST, AT_MOST }
}
