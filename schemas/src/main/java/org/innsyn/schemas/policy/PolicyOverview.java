package org.innsyn.schemas.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy at a glance.
 *
 * @param versions published tables, newest first
 * @param inForce number of the table in force now; null when there is none
 * @param directoryRevision how often the staff directory was changed
 * @param staff how many members of staff the directory knows, past ones too
 * @param assigned how many of them have a place in the company now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyOverview(List<TableVersion> versions, @Nullable Integer inForce, int directoryRevision, int staff, int assigned) {

    /**
     * A published table.
     *
     * @param number counts from 1
     * @param name twelve hex digits of what it says; stands in every verdict made with it
     * @param validFrom from when it is in force
     * @param publishedAt when it was published
     * @param grants how many lines it has
     */
    public record TableVersion(int number, String name, Instant validFrom, Instant publishedAt, int grants) {}
}
