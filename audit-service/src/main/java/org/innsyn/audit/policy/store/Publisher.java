package org.innsyn.audit.policy.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.innsyn.audit.policy.AccessControl;
import org.innsyn.audit.policy.Assignment;
import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Persons;
import org.innsyn.audit.policy.PolicyCommand.PublishTable;
import org.innsyn.audit.policy.PolicyCommand.ReplaceDirectory;
import org.innsyn.audit.policy.StaffDirectory;
import org.innsyn.audit.policy.csv.NamedAssignment;
import org.innsyn.audit.policy.csv.NamedGrant;
import org.innsyn.audit.unit.Aggregates;
import org.innsyn.audit.unit.Units;
import org.jspecify.annotations.Nullable;

/** Publishes tables and directories: all of it or, with an error, nothing. One at a time, whichever process it is asked of. */
final class Publisher {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Aggregates<AccessControl> tables;
    private final Aggregates<StaffDirectory> directories;
    private final Units units;
    private final NewestPolicy newest;
    private final StaffNames names;
    private final Clock clock;

    Publisher(EventStore events, TransactionManager transactions, NewestPolicy newest, StaffNames names, Clock clock) {
        this.tables = new Aggregates<>(AccessControl.class, AccessControl::new, events);
        this.directories = new Aggregates<>(StaffDirectory.class, StaffDirectory::new, events);
        this.units = new Units(transactions);
        this.newest = newest;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param validFrom from when it is in force; null for now
     * @param by who publishes; null for what an installation begins with
     * @throws org.innsyn.audit.policy.PolicyRefused when it must not be published
     */
    void publishTable(List<NamedGrant> grants, @Nullable Instant validFrom, @Nullable UUID by) {
        run(state -> published(state, new PublishTable(referring(grants), validFrom, by, now())));
    }

    /**
     * @param by who changes it; null for what an installation begins with
     * @throws org.innsyn.audit.policy.PolicyRefused when there is nothing to change
     */
    void publishDirectory(List<NamedAssignment> assignments, @Nullable UUID by) {
        run(state -> changed(state, new ReplaceDirectory(assignments(assignments), by, now())));
    }

    /** Unless another process was faster. */
    void publishFirstTable(List<NamedGrant> grants, Instant validFrom) {
        run(state -> state.table() > 0 ? state : published(state, new PublishTable(referring(grants), validFrom, null, now())));
    }

    /** Unless another process was faster. */
    void publishFirstDirectory(List<NamedAssignment> assignments) {
        run(state -> state.directory() > 0 ? state : changed(state, new ReplaceDirectory(assignments(assignments), null, now())));
    }

    private PolicyState published(PolicyState state, PublishTable command) {
        tables.handleOrBegin(command.aggregate(), command);
        return new PolicyState(state.table() + 1, state.directory());
    }

    private PolicyState changed(PolicyState state, ReplaceDirectory command) {
        directories.handleOrBegin(command.aggregate(), command);
        return new PolicyState(state.table(), state.directory() + 1);
    }

    /** With references in place of ids; a member the directory does not know yet gets theirs now. */
    List<Grant> referring(List<NamedGrant> grants) {
        var individuals = names.references(grants.stream().filter(NamedGrant::isForOne).map(NamedGrant::staff).collect(Collectors.toSet()));
        return grants.stream().map(grant -> grant.isForOne() ? grant.to(Persons.staff(individuals.get(grant.staff()))) : grant.grant()).toList();
    }

    /** With references in place of ids, for a table that is only tried: whoever is unknown stays so, and the grant is for nobody. */
    List<Grant> known(List<NamedGrant> grants) {
        return grants.stream().map(grant -> grant.isForOne() ? grant.to(Persons.staff(names.known(grant.staff()).orElse(NOBODY))) : grant.grant()).toList();
    }

    /** Who publishes. */
    UUID referenceOf(String caller) {
        return names.ofCaller(caller);
    }

    /** With references in place of ids. */
    List<Assignment> assignments(Collection<NamedAssignment> assignments) {
        Map<String, UUID> references = names.references(assignments.stream().map(NamedAssignment::staff).collect(Collectors.toSet()));
        return assignments.stream().map(each -> each.of(references.get(each.staff()))).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void run(Function<PolicyState, PolicyState> work) {
        units.run("publish", () -> {
            var state = work.apply(newest.lock());
            newest.moveTo(state);
            return state;
        });
    }
}
