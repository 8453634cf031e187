package org.innsyn.audit.policy.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.policy.AccessControl;
import org.innsyn.audit.policy.AccessControlTable;
import org.innsyn.audit.policy.Assignment;
import org.innsyn.audit.policy.Policy;
import org.innsyn.audit.policy.Policy.Version;
import org.innsyn.audit.policy.PolicyEvent.DirectoryChanged;
import org.innsyn.audit.policy.PolicyEvent.TablePublished;
import org.innsyn.audit.policy.PolicyInForce;
import org.innsyn.audit.policy.StaffDirectory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The newest policy, compiled and kept in memory. Every unit of work asks one row whether it still is the newest, so another process's
 * publication counts from the first unit that begins after its commit; the policy itself is read only when it changed.
 */
final class NewestPolicy implements PolicyInForce {

    private final JdbcTemplate jdbc;
    private final EventStore events;
    private final StaffNames names;
    private volatile LoadedPolicy loaded;

    NewestPolicy(JdbcTemplate jdbc, EventStore events, StaffNames names) {
        this.jdbc = jdbc;
        this.events = events;
        this.names = names;
        this.loaded = new LoadedPolicy(new PolicyState(0, 0), Policy.NOTHING, names.ring(), Map.of(), names);
    }

    @Override
    public Judge judge() {
        return now();
    }

    /** The newest as this transaction sees it. */
    LoadedPolicy now() {
        var newest = state("");
        var ring = names.ring();
        var known = loaded;
        if (known.state().equals(newest) && known.ring().equals(ring)) {
            return known;
        }
        var read = read(newest, ring);
        loaded = read;
        return read;
    }

    /** As {@link #now}, and nobody else publishes until the transaction ends. */
    PolicyState lock() {
        return state(" for update");
    }

    void moveTo(PolicyState state) {
        jdbc.update("update policy_state set table_number = ?, directory_revision = ?", state.table(), state.directory());
    }

    private PolicyState state(String lock) {
        return jdbc.queryForObject("select table_number, directory_revision from policy_state" + lock, (row, i) -> new PolicyState(row.getInt(1), row.getInt(2)));
    }

    private LoadedPolicy read(PolicyState state, HashRing ring) {
        var staff = new TreeSet<Assignment>();
        payloads(StaffDirectory.ID, DirectoryChanged.class).stream().filter(change -> change.revision() <= state.directory()).forEach(change -> {
            change.withdrawn().forEach(staff::remove);
            staff.addAll(change.entered());
        });
        var versions = payloads(AccessControl.ID, TablePublished.class).stream().filter(table -> table.number() <= state.table())
                .map(table -> new Version(table.number(), table.validFrom(), new AccessControlTable(table.grants()))).toList();
        return new LoadedPolicy(state, new Policy(versions, state.directory(), staff), ring,
                names.byHash(staff.stream().map(Assignment::staff).collect(Collectors.toSet())), names);
    }

    /** What was published, oldest first. */
    List<TablePublished> published() {
        return payloads(AccessControl.ID, TablePublished.class);
    }

    private <T> List<T> payloads(UUID aggregate, Class<T> type) {
        var found = new ArrayList<T>();
        events.readEvents(aggregate.toString()).forEachRemaining(event -> found.add(type.cast(event.getPayload())));
        return found;
    }
}
