package org.innsyn.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.platform.eventstore.StoredAs;
import org.jspecify.annotations.Nullable;

/** What can happen to the policy. Staff stand here by random reference; the ids they go by lie under their own keys. */
public sealed interface PolicyEvent {

    /**
     * A table was published.
     *
     * @param number counts versions from 1
     * @param name {@link AccessControlTable#name()}
     * @param validFrom from when accesses are judged by it; the version before holds until then
     * @param grants all of the table
     * @param by random reference to whoever published it; null for the table an installation begins with
     * @param publishedAt when
     */
    @StoredAs(name = "policy.TablePublished")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TablePublished(
            UUID policy, int number, String name, Instant validFrom, List<Grant> grants, @Nullable UUID by, Instant publishedAt)
            implements PolicyEvent {}

    /**
     * The staff directory was changed.
     *
     * @param revision counts changes from 1
     * @param entered assignments that are new
     * @param withdrawn assignments that are no longer said to have been
     * @param by random reference to whoever changed it; null for the directory an installation begins with
     * @param changedAt when
     */
    @StoredAs(name = "policy.DirectoryChanged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DirectoryChanged(
            UUID directory, int revision, List<Assignment> entered, List<Assignment> withdrawn, @Nullable UUID by, Instant changedAt)
            implements PolicyEvent {}
}
