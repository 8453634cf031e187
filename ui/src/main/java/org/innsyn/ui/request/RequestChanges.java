package org.innsyn.ui.request;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.schemas.request.RequestView;
import org.springframework.stereotype.Component;

/**
 * The newest version of each request that went through these pages, so that whoever has it open learns of a change without reading it
 * again: reading is recorded. What other processes did is not known here; pages also look at the list, which names nobody.
 */
@Component
public class RequestChanges {

    /** Beyond this the oldest knowledge is dropped; who misses it learns from the list. */
    private static final int MOST = 10_000;

    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    /** Takes note of what a service answered to a command. @return the same */
    public RequestView note(RequestView request) {
        if (versions.size() >= MOST) {
            versions.clear();
        }
        versions.merge(request.id(), request.version(), Math::max);
        return request;
    }

    /** Whether somebody has changed it beyond this version. */
    public boolean isNewer(UUID request, long version) {
        return versions.getOrDefault(request, version) > version;
    }
}
