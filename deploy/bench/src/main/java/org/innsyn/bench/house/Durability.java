package org.innsyn.bench.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What PostgreSQL promises about a commit. Without it, figures would be about something else. */
public final class Durability {

    private static final List<String> SHOWN = List.of("fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "server_version");

    private Durability() {}

    static void require(Database database) {
        var settings = settings(database);
        if (!"on".equals(settings.get("fsync")) || !"on".equals(settings.get("synchronous_commit"))) {
            throw new IllegalStateException("PostgreSQL does not wait for its disk (fsync, synchronous_commit), so nothing was measured.");
        }
    }

    /** Those that matter for what a commit costs, by name. */
    public static Map<String, String> settings(Database database) {
        var settings = new LinkedHashMap<String, String>();
        SHOWN.forEach(name -> settings.put(name, database.query(row -> row.getString(1), "select current_setting(?)", name).getFirst()));
        return settings;
    }
}
