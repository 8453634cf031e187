package org.innsyn.schemas.policy;

import java.util.List;

/**
 * Grants nobody needed.
 *
 * @param entries how many entries were looked at
 * @param grants tables in force in the period and their unused grants, oldest table first
 */
public record UnusedGrants(long entries, List<UnusedGrant> grants) {

    /**
     * @param table number of the table it stands in
     * @param object what it grants
     * @param persons to whom: {@code unit:PATH}, {@code group:CODE}, {@code *}, or {@code staff:} and a random reference
     * @param role in which role
     * @param task for which category of work
     */
    public record UnusedGrant(int table, String object, String persons, String role, String task) {}
}
