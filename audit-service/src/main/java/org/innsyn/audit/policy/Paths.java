package org.innsyn.audit.policy;

import org.jspecify.annotations.Nullable;

/** Objects and units are paths; what holds for one holds for everything below it. */
final class Paths {

    private Paths() {}

    /** Whether {@code path} is {@code above} or lies below it. */
    static boolean covers(String above, @Nullable String path) {
        return path != null && path.startsWith(above) && (path.length() == above.length() || path.charAt(above.length()) == '/');
    }

    /** The path one step up; empty at the top. */
    static String above(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "" : path.substring(0, slash);
    }
}
