package org.innsyn.bench.peers;

import java.util.List;
import org.innsyn.schemas.access.AccessEvent;

/** Keeps accesses; when it returns they are in PostgreSQL, committed. */
interface Keeper {

    void keep(List<AccessEvent> accesses);

    /** One transaction for so many accesses: 1, or 100 where the profile ends so. */
    static int perTransaction(org.springframework.core.env.Environment environment) {
        return environment.getActiveProfiles()[0].endsWith("-100") ? 100 : 1;
    }

    /** Cuts a batch into what goes into one transaction. */
    static List<List<AccessEvent>> parts(List<AccessEvent> batch, int size) {
        return java.util.stream.IntStream.iterate(0, from -> from < batch.size(), from -> from + size)
                .mapToObj(from -> batch.subList(from, Math.min(from + size, batch.size()))).toList();
    }

    /** Whose access it is. */
    static String person(AccessEvent access) {
        return access.data().subjects().getFirst().identifiers().getFirst().value();
    }
}
