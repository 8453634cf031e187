package org.innsyn.schemas.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.access.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A search of the access log that was kept under a name.
 *
 * @param id random; links may carry it
 * @param name what whoever kept it calls it
 * @param subject whose data, where it asks about somebody
 * @param filters everything else that was set, in the words of whoever keeps it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedSearch(UUID id, String name, @Nullable Identifier subject, Map<String, String> filters) {

    /** Never what is looked for: it may name a person. */
    @Override
    public String toString() {
        return "SavedSearch[" + id + "]";
    }
}
