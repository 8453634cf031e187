package org.innsyn.ui.wholooked;

import java.util.List;
import org.innsyn.schemas.access.ActorKind;

/** Whose accesses a customer wants to see. */
enum Who {
    EVERYONE(List.of()),
    PEOPLE(List.of(ActorKind.STAFF, ActorKind.PROCESSOR, ActorKind.AUTHORITY)),
    SYSTEMS(List.of(ActorKind.SYSTEM)),
    MYSELF(List.of(ActorKind.SUBJECT));

    private final List<ActorKind> kinds;

    Who(List<ActorKind> kinds) {
        this.kinds = kinds;
    }

    List<ActorKind> kinds() {
        return kinds;
    }
}
