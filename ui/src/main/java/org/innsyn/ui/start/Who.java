package org.innsyn.ui.start;

import java.util.Optional;

/** People and machines, apart from the person themselves. */
final class Who {

    private Who() {}

    /** @param kind an actor's kind as on the wire */
    static Optional<String> name(String kind, String people, String systems) {
        return switch (kind) {
            case "staff", "processor", "authority" -> Optional.of(people);
            case "system" -> Optional.of(systems);
            default -> Optional.empty();
        };
    }
}
