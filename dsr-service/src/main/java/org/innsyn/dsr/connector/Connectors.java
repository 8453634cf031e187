package org.innsyn.dsr.connector;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The systems that are connected, in the order of their names. */
public record Connectors(List<Connector> all) {

    public Connectors(Collection<? extends Connector> all) {
        this(all.stream().sorted(Comparator.comparing(Connector::system)).map(Connector.class::cast).toList());
    }

    /** Whether a person does it there, so that nothing is counted or read back. */
    public boolean isByHand(String system) {
        return all.stream().anyMatch(connector -> connector.system().equals(system) && !connector.abilities().contains(Ability.DISCOVER));
    }

    /** @throws SystemUnavailable when no such system is connected any more */
    public Connector named(String system) {
        return all.stream()
                .filter(connector -> connector.system().equals(system))
                .findFirst()
                .orElseThrow(() -> new SystemUnavailable("No system named " + system + " is connected. Nothing was done there; connect it and run it again."));
    }
}
