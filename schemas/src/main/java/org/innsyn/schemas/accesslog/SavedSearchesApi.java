package org.innsyn.schemas.accesslog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.access.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Searches that whoever oversees the log comes back to. They are kept encrypted, each for its own keeper; nobody else's exists (404). One that asks about
 * somebody is destroyed together with that person's log; one that was not opened for a year is removed. Problems: {@code invalid} 422, {@code too-many} 409.
 */
@HttpExchange("/api/v1/saved-searches")
public interface SavedSearchesApi {

    int MOST = 100;
    int LONGEST_NAME = 60;
    int MOST_FILTERS = 20;
    int LONGEST_FILTER = 300;

    /** The caller's own, first kept first. Role: dpo. */
    @GetExchange
    List<SavedSearch> mine();

    /** One of them. Role: dpo. */
    @GetExchange("/{id}")
    SavedSearch find(@PathVariable("id") UUID id);

    /** Keeps one. Role: dpo. */
    @PostExchange
    SavedSearch keep(@RequestBody Keep keep);

    /** Removes one of them; nothing happens when it is not there. Role: dpo. */
    @PostExchange("/{id}/removal")
    void remove(@PathVariable("id") UUID id);

    /**
     * @param name 1 to {@value #LONGEST_NAME} characters
     * @param subject whose data, where it asks about somebody
     * @param filters at most {@value #MOST_FILTERS}, each at most {@value #LONGEST_FILTER} characters
     */
    record Keep(String name, @Nullable Identifier subject, Map<String, String> filters) {
        @Override
        public String toString() {
            return "Keep[]";
        }
    }
}
