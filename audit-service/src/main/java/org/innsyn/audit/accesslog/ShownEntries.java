package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.accesslog.AccessEntry;

/** Entries shown to staff because of something else they work on. Showing them is an access, and recorded first like every other. */
public final class ShownEntries {

    private final AccessLogIndex index;
    private final Entries entries;
    private final ReadingLog reading;

    ShownEntries(AccessLogIndex index, Entries entries, ReadingLog reading) {
        this.index = index;
        this.entries = entries;
        this.reading = reading;
    }

    /**
     * @param wanted entry ids; those that are not in the index yet, or no more, are left out
     * @return newest first
     */
    public List<AccessEntry> toStaff(SignedIn reader, String role, Collection<UUID> wanted) {
        var ids = wanted.stream().map(UUID::toString).map(FieldValue::of).toList();
        var found = index.search(s -> s.size(Math.max(1, ids.size()))
                        .query(q -> q.terms(t -> t.field("entry").terms(v -> v.value(ids))))
                        .sort(by -> by.field(f -> f.field("occurredAt").order(SortOrder.Desc)))
                        .sort(by -> by.field(f -> f.field("entry").order(SortOrder.Desc))))
                .hits().hits().stream().map(hit -> hit.source()).toList();
        reading.staffSearch(reader, role, found.stream().map(document -> new LedgerId(document.ledger())).collect(Collectors.toSet()));
        return entries.forStaff(found);
    }
}
