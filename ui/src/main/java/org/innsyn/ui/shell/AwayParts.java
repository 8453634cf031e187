package org.innsyn.ui.shell;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.ui.services.ServiceProblem;

/** The parts of a page that wait for a service. One notice speaks for all that would say the same. */
final class AwayParts {

    private static final String TOLD_ABOVE = "told-above";

    private final Map<Notice, Part> parts = new LinkedHashMap<>();

    private record Part(ServiceProblem.Kind kind, Runnable again) {}

    /**
     * @param notice stands where the part will
     * @param again asks for the part again
     */
    void add(Notice notice, ServiceProblem.Kind kind, Runnable again) {
        parts.put(notice, new Part(kind, again));
        tell();
    }

    /** Asks for all of them again. */
    void again() {
        List.copyOf(parts.values()).forEach(part -> part.again().run());
    }

    /** To be called when a part has come, and its notice gone. */
    void tell() {
        parts.keySet().removeIf(notice -> notice.getParent().isEmpty());
        var told = EnumSet.noneOf(ServiceProblem.Kind.class);
        parts.forEach((notice, part) -> notice.setClassName(TOLD_ABOVE, !told.add(part.kind())));
    }
}
