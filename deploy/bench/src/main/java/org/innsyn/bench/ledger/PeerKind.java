package org.innsyn.bench.ledger;

import java.util.Optional;
import org.innsyn.bench.measure.Ratio;

/**
 * Who is compared with, how what they keep is read without them, and what is to be reached.
 *
 * @param name of the peer
 * @param bar the service's events/s to the peer's; absent where it is only shown beside
 * @param contents rows (person, whether the details are there), one an access
 */
record PeerKind(String name, Optional<Ratio.Bar> bar, String contents) {

    /** Words that every access is justified with. */
    private static final String DETAILS = "looked at to answer";
    private static final String AXON_JDBC = "select aggregateIdentifier as person, position('%s' in convert_from(payload, 'UTF8')) > 0 as details from DomainEventEntry".formatted(DETAILS);
    private static final String AXON_JPA = "select aggregate_identifier as person, position('%s' in convert_from(lo_get(payload), 'UTF8')) > 0 as details from domain_event_entry".formatted(DETAILS);
    private static final String ENVERS = "select v.person, position('%s' in v.justification) > 0 as details from kept_access_aud v join revinfo r on r.rev = v.rev join kept_access k on k.id = v.id".formatted(DETAILS);
    private static final String JAVERS = "select s.state::jsonb ->> 'person' as person, position('%s' in s.state) > 0 as details from jv_snapshot s join jv_commit c on c.commit_pk = s.commit_fk".formatted(DETAILS);

    static PeerKind axonJdbc(int perUnit) {
        return new PeerKind(perUnit == 1 ? "axon-jdbc" : "axon-jdbc-100", Optional.of(Ratio.Bar.atLeast(perUnit == 1 ? 4 : 1.5)), AXON_JDBC);
    }

    static PeerKind axonJpa(int perUnit) {
        return new PeerKind(perUnit == 1 ? "axon-jpa" : "axon-jpa-100", Optional.of(Ratio.Bar.atLeast(perUnit == 1 ? 10 : 1.5)), AXON_JPA);
    }

    /** A revision says who and when, so an access is a transaction; a hundred in one are shown beside. */
    static PeerKind envers(int perTransaction) {
        return new PeerKind(perTransaction == 1 ? "envers" : "envers-100", perTransaction == 1 ? Optional.of(Ratio.Bar.atLeast(5)) : Optional.empty(), ENVERS);
    }

    static PeerKind javers(int perTransaction) {
        return new PeerKind(perTransaction == 1 ? "javers" : "javers-100", perTransaction == 1 ? Optional.of(Ratio.Bar.atLeast(5)) : Optional.empty(), JAVERS);
    }
}
