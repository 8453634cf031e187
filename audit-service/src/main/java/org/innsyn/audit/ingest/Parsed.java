package org.innsyn.audit.ingest;

import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Rejection;
import org.jspecify.annotations.Nullable;

/** One event of a report, read and judged. */
sealed interface Parsed {

    /** A valid event. */
    record Valid(AccessEvent event) implements Parsed {}

    /** An event that cannot be recorded. Source and id are told where they could be read. */
    record Invalid(@Nullable String source, @Nullable String id, Rejection reason) implements Parsed {}
}
