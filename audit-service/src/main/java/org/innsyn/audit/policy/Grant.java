package org.innsyn.audit.policy;

import java.util.List;
import java.util.Locale;

/**
 * One cell of the access control table: these persons may do this task with this object, by these operations and for these purposes.
 * {@code *} stands for anything.
 *
 * @param object a path; what is granted holds for everything below it
 * @param persons whom it is for
 * @param role which of them; {@code *} for all
 * @param task the category of work it is granted for ("case-work"): names the grant for people
 * @param operations operations as they stand on the wire, in order
 * @param purposes purposes, in order
 * @param breakGlass granted for emergencies only: whoever uses it must say why
 */
public record Grant(
        String object, Persons persons, String role, String task, List<String> operations, List<String> purposes, boolean breakGlass) {

    /** Stands for anything. */
    public static final String ANY = "*";

    public Grant {
        operations = operations.stream().sorted().distinct().toList();
        purposes = purposes.stream().sorted().distinct().toList();
    }

    /** Whether it allows what is asked to somebody so assigned; the object is looked up by its path before. */
    boolean allows(Question asked, Assignment assignment) {
        return persons.include(assignment)
                && (role.equals(ANY) || role.equals(assignment.role()))
                && contains(operations, asked.operation().name().toLowerCase(Locale.ROOT))
                && contains(purposes, asked.purpose());
    }

    private static boolean contains(List<String> allowed, String value) {
        return allowed.contains(value) || allowed.contains(ANY);
    }

    /** In one line, the same for the same meaning. */
    String canonical() {
        return String.join("\t", object, persons.toString(), role, task, String.join("|", operations), String.join("|", purposes), breakGlass ? "required" : "optional");
    }
}
