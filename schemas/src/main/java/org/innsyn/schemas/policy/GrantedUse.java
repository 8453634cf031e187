package org.innsyn.schemas.policy;

import java.util.List;

/**
 * One line of the access control table as people outside may know it: no member of staff is named.
 *
 * @param object where the data stands ("/customers/billing"); it means everything below it, too
 * @param persons whom it is granted to: "unit:support", "group:on-call", "staff" for one member of staff, "*" for anybody
 * @param operations what they may do; "*" for everything
 * @param purposes for what; "*" for anything
 */
public record GrantedUse(String object, String persons, List<String> operations, List<String> purposes) {}
