package org.innsyn.platform.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which class stands behind each stored name. */
public final class EventTypes {

    private final Map<String, Class<?>> byName = new HashMap<>();

    /** @param sealedEvents sealed interfaces whose permitted records carry {@link StoredAs} */
    public EventTypes(Class<?>... sealedEvents) {
        for (var events : sealedEvents) {
            register(events);
        }
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
            return;
        }
        var stored = type.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalArgumentException(type.getName() + " is an event: give it @StoredAs with a name that outlives the class");
        }
        var other = byName.put(stored.name(), type);
        if (other != null) {
            throw new IllegalArgumentException(type.getName() + " and " + other.getName() + " are both stored as " + stored.name());
        }
    }

    Optional<Class<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All event classes, for tests that hold each against its golden file. */
    public Collection<Class<?>> classes() {
        return Set.copyOf(byName.values());
    }
}
