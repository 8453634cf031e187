package org.innsyn.audit.continuity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whole numbers from {@code first} to {@code last}, both included. */
public record Span(long first, long last) implements Comparable<Span> {

    public Span {
        if (first > last) {
            throw new IllegalArgumentException("a span has at least one number");
        }
    }

    /** The numbers as spans, in order, with nothing between two that touch. */
    static List<Span> of(Collection<Long> numbers) {
        var spans = new ArrayList<Span>();
        for (long number : numbers.stream().distinct().sorted().toList()) {
            if (!spans.isEmpty() && spans.getLast().last == number - 1) {
                spans.set(spans.size() - 1, new Span(spans.getLast().first, number));
            } else {
                spans.add(new Span(number, number));
            }
        }
        return spans;
    }

    /** What is left of this without those. */
    public List<Span> without(List<Span> others) {
        var left = new ArrayList<Span>();
        long next = first;
        for (var other : others.stream().sorted().toList()) {
            if (other.last < next || other.first > last) {
                continue;
            }
            if (other.first > next) {
                left.add(new Span(next, other.first - 1));
            }
            if (other.last >= last) {
                return left;
            }
            next = other.last + 1;
        }
        left.add(new Span(next, last));
        return left;
    }

    boolean meets(Span other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(Span other) {
        return Long.compare(first, other.first);
    }
}
