package org.innsyn.platform.eventstore;

import org.springframework.jdbc.core.JdbcTemplate;

/** What whoever follows the event stream has not come to yet. */
public final class EventsAfter {

    private final JdbcTemplate jdbc;

    public EventsAfter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the aggregate has committed events of this type after {@code place}. Looks along the stream, not along the aggregate: what is
     * behind is little, an aggregate may be long.
     */
    public boolean contain(CommitOrderToken place, String aggregate, String payloadType) {
        return jdbc.queryForObject("""
                with following as materialized (
                    select aggregate_id, payload_type from domain_event where (transaction_id, global_index) > (?::text::xid8, ?))
                select exists (select 1 from following where aggregate_id = ? and payload_type = ?)""",
                Boolean.class, Long.toString(place.transaction()), place.index(), aggregate, payloadType);
    }
}
