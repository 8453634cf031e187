package org.innsyn.audit.policy;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.schemas.access.ActorKind;
import org.jspecify.annotations.Nullable;

/**
 * All published tables by the time from which they are in force, and the staff directory: everything that is needed to judge an access
 * of any time. Immutable; a change makes a new one.
 */
public final class Policy {

    /** Before anything was published: nothing is allowed. */
    public static final Policy NOTHING = new Policy(List.of(), 0, List.of());

    /** A table and the instant from which it is in force. */
    public record Version(int number, Instant validFrom, AccessControlTable table) {}

    private final TreeMap<Instant, Version> versions = new TreeMap<>();
    private final int directoryRevision;
    private final Map<UUID, List<Assignment>> directory;

    public Policy(Collection<Version> versions, int directoryRevision, Collection<Assignment> directory) {
        versions.forEach(version -> this.versions.put(version.validFrom(), version));
        this.directoryRevision = directoryRevision;
        this.directory = directory.stream().collect(groupingBy(each -> Objects.requireNonNull(each.staff())));
    }

    /** The same staff under one table that is always in force, to see what another table would say. */
    public Policy under(AccessControlTable table) {
        return new Policy(List.of(new Version(0, Instant.MIN, table)), directoryRevision, assignments());
    }

    /** The same tables over another directory. */
    public Policy over(Collection<Assignment> staff) {
        return new Policy(versions.values(), directoryRevision, staff);
    }

    /** Newest last. */
    public List<Version> versions() {
        return List.copyOf(versions.values());
    }

    /** How often the directory was changed. */
    public int directoryRevision() {
        return directoryRevision;
    }

    /** Everybody's assignments, past ones too. */
    public List<Assignment> assignments() {
        return directory.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** The table in force at that time; null where none was. */
    public @Nullable Version inForce(Instant at) {
        var entry = versions.floorEntry(at);
        return entry == null ? null : entry.getValue();
    }

    /** What somebody was to the company at that time. */
    public List<Assignment> assignments(UUID staff, Instant at) {
        return directory.getOrDefault(staff, List.of()).stream().filter(each -> each.holdsAt(at)).toList();
    }

    /** Judges an access by the table in force, and by what the directory says of the actor, at the time it was done. */
    public Judgement judge(Question asked) {
        var version = inForce(asked.occurredAt());
        var name = (version == null ? "none" : version.table().name()) + "." + directoryRevision;
        if (asked.actorKind() == ActorKind.SUBJECT) {
            return new Judgement(Ruling.OWN_DATA, name, null, false, null);
        }
        boolean known = asked.staff() != null && directory.containsKey(asked.staff());
        if (!known && asked.actorKind() == ActorKind.STAFF) {
            return new Judgement(Ruling.UNKNOWN_STAFF, name, null, false, null);
        }
        var staff = known ? asked.staff() : null;
        var assignments = known ? assignments(asked.staff(), asked.occurredAt()) : List.of(Assignment.claimed(asked.claimedUnit(), asked.claimedRole()));
        if (assignments.isEmpty()) {
            return new Judgement(Ruling.NOT_ASSIGNED, name, staff, false, null);
        }
        boolean contradicted = assignments.stream().noneMatch(each -> each.agreesWith(asked.claimedUnit(), asked.claimedRole()));
        if (version == null) {
            return new Judgement(Ruling.NO_TABLE, name, staff, contradicted, null);
        }
        var grant = version.table().find(asked, assignments).orElse(null);
        return new Judgement(ruling(grant, asked.justified()), name, staff, contradicted, grant);
    }

    private static Ruling ruling(@Nullable Grant grant, boolean justified) {
        if (grant == null) {
            return Ruling.NO_GRANT;
        }
        if (!grant.breakGlass()) {
            return Ruling.GRANTED;
        }
        return justified ? Ruling.BREAK_GLASS : Ruling.UNJUSTIFIED;
    }
}
