package org.innsyn.bench.peers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.envers.Audited;
import org.innsyn.schemas.access.AccessEvent;

/** An access as an entity, for those that keep versions of entities. All of it readable. */
@Entity
@Audited
@Table(name = "kept_access")
class KeptAccess {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @org.javers.core.metamodel.annotation.Id
    Long id;

    String person;
    String source;
    String reported;
    OffsetDateTime occurredAt;
    String actor;
    String actorKind;
    String unit;
    String role;
    String operation;
    String object;
    String categories;
    String purpose;
    String legalBasis;
    @Column(length = 4_000)
    String justification;
    String caseReference;
    @Column(length = 4_000)
    String fields;
    String recordReference;
    String clientAddress;

    protected KeptAccess() {}

    KeptAccess(AccessEvent access) {
        var data = access.data();
        person = Keeper.person(access);
        source = access.source();
        reported = access.id();
        occurredAt = access.time();
        actor = data.actor().id();
        actorKind = data.actor().kind().name();
        unit = data.actor().unit();
        role = data.actor().role();
        operation = data.operation().name();
        object = data.object();
        categories = String.join(",", data.categories());
        purpose = data.purpose();
        legalBasis = data.legalBasis();
        justification = data.justification();
        caseReference = data.caseReference();
        fields = data.fields() == null ? null : String.join(",", data.fields());
        recordReference = data.recordReference();
        clientAddress = data.clientAddress();
    }
}
