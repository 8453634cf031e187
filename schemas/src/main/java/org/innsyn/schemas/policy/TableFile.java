package org.innsyn.schemas.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access control table.
 *
 * @param csv columns {@code object,persons,role,task,operations,purposes,justification}, at most {@value PolicyApi#MAX_CSV} characters
 * @param validFrom from when it is in force; absent for now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableFile(String csv, @Nullable Instant validFrom) {

    /** Never the content: it may name staff. */
    @Override
    public String toString() {
        return "TableFile[" + validFrom + "]";
    }
}
