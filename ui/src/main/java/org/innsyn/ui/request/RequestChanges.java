package org.innsyn.ui.request;

import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.innsyn.schemas.request.RequestView;
import org.springframework.stereotype.Component;

/**
 * The newest version of each request that went through these pages, so that whoever has it open learns of a change at once and without
 * reading it again: reading is recorded. What other processes did is not known here; pages also look at the list, which names nobody.
 */
@Component
public class RequestChanges {

    /** Beyond this the oldest knowledge is dropped; who misses it learns from the list. */
    private static final int MOST = 10_000;

    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param told the request that has a new version; called in the thread of whoever changed it, so to be quick
     * @return ends it
     */
    public Registration listen(Consumer<UUID> told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    /** Takes note of what a service answered to a command. @return the same */
    public RequestView note(RequestView request) {
        if (versions.size() >= MOST) {
            versions.clear();
        }
        var before = versions.get(request.id());
        versions.merge(request.id(), request.version(), Math::max);
        if (before == null || before < request.version()) {
            listeners.forEach(told -> told.accept(request.id()));
        }
        return request;
    }

    /** Whether somebody has changed it beyond this version. */
    public boolean isNewer(UUID request, long version) {
        return versions.getOrDefault(request, version) > version;
    }
}
