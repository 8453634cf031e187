package org.innsyn.audit.ledger.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Deals a large report out among writers by whose data it is, so that what two of them record at the same time is about different people
 * and neither waits for the other's ledgers. Only for speed: whoever shares a ledger after all still waits for its head.
 */
final class Shares {

    /** Fewer accesses than this are not worth a second transaction. */
    private static final int LEAST = 100;

    private Shares() {}

    /**
     * The writer of each access, in order; empty when the report is recorded in one piece: when it is small, counts its accesses or is a
     * part of a read (their rows would be shared after all), or names one report twice, of which the first is to stand.
     */
    static Optional<int[]> of(List<ReportedAccess> accesses, int writers) {
        if (writers == 1 || accesses.size() < LEAST) {
            return Optional.empty();
        }
        var names = new HashSet<String>();
        var shares = new int[accesses.size()];
        for (int i = 0; i < shares.length; i++) {
            var access = accesses.get(i);
            if (access.data().sequence() != null || access.data().bulk() != null || !access.ledgers().isEmpty() || !names.add(access.print().name())) {
                return Optional.empty();
            }
            shares[i] = Math.floorMod(person(access), writers);
        }
        return Optional.of(shares);
    }

    /** The same for the same name of a person. */
    private static int person(ReportedAccess access) {
        var identifiers = access.data().subjects().getFirst().identifiers();
        var name = identifiers.stream().filter(each -> each.type().decides()).findFirst().orElse(identifiers.getFirst());
        return name.type().name().hashCode() * 31 + name.value().strip().hashCode();
    }
}
