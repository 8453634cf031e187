package org.innsyn.audit.policy.csv;

import org.innsyn.audit.policy.Grant;
import org.innsyn.audit.policy.Persons;
import org.jspecify.annotations.Nullable;

/**
 * A grant as people write it: an individual by the id they go by.
 *
 * @param grant everything else; its persons mean nothing where {@code staff} is given
 * @param staff the id of the one member of staff it is for, if it is for one
 */
public record NamedGrant(Grant grant, @Nullable String staff) {

    public boolean isForOne() {
        return staff != null;
    }

    /** The same for these persons. */
    public Grant to(Persons persons) {
        return new Grant(grant.object(), persons, grant.role(), grant.task(), grant.operations(), grant.purposes(), grant.breakGlass());
    }

    /** Never the id. */
    @Override
    public String toString() {
        return "NamedGrant[" + grant.object() + "]";
    }
}
