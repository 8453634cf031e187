package org.innsyn.audit.policy;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access control table. {@code *} stands for anything.
 *
 * @param object a path; allows everything below it too
 * @param unit a unit; allows the units below it too
 * @param role a role
 * @param operations operations as they stand on the wire
 * @param purposes purposes
 */
record Grant(String object, String unit, String role, Set<String> operations, Set<String> purposes) {

    private static final String ANY = "*";

    boolean allows(Question asked) {
        return covers(object, asked.object())
                && covers(unit, asked.unit())
                && (role.equals(ANY) || role.equals(asked.role()))
                && contains(operations, asked.operation().name().toLowerCase(Locale.ROOT))
                && contains(purposes, asked.purpose());
    }

    private static boolean covers(String prefix, @Nullable String path) {
        return prefix.equals(ANY) || path != null && (path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/"));
    }

    private static boolean contains(Set<String> allowed, String value) {
        return allowed.contains(ANY) || allowed.contains(value);
    }
}
