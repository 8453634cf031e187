package org.innsyn.audit.policy.store;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.innsyn.audit.hashing.HashRing;
import org.innsyn.audit.policy.Assignment;
import org.innsyn.audit.policy.Judgement;
import org.innsyn.audit.policy.Policy;
import org.innsyn.audit.policy.PolicyInForce.Judge;
import org.innsyn.audit.policy.Question;
import org.innsyn.schemas.access.AccessData;
import org.jspecify.annotations.Nullable;

/**
 * A policy with what is needed to find its staff.
 *
 * @param state which one it is
 * @param policy tables and directory
 * @param ring the keys staff were found by when it was read
 * @param staffByHash references by keyed hash of the id
 */
record LoadedPolicy(PolicyState state, Policy policy, HashRing ring, Map<String, UUID> staffByHash, StaffNames names) implements Judge {

    @Override
    public Optional<String> unitOf(UUID staff, Instant at) {
        return policy.assignments(staff, at).stream().findFirst().map(Assignment::unit);
    }

    @Override
    public Judgement judge(Instant occurredAt, AccessData access) {
        var actor = access.actor();
        return policy.judge(new Question(occurredAt, actor.kind(), staff(actor.id()), actor.unit(), actor.role(),
                access.operation(), access.object(), access.purpose(), access.justification() != null && !access.justification().isBlank()));
    }

    private @Nullable UUID staff(String id) {
        return names.hashes(ring, id).stream().map(staffByHash::get).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
