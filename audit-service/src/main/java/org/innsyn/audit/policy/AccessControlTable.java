package org.innsyn.audit.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.platform.crypto.Sha256;

/**
 * Objects x persons x tasks: least privilege, deny by default. A table is named by its content, so that a verdict can be checked
 * against exactly the table it was made with. Immutable, and laid out for judging: grants are found by the object's path.
 */
public final class AccessControlTable {

    private final String name;
    private final List<Grant> grants;
    private final Map<String, List<Grant>> byObject;

    public AccessControlTable(List<Grant> grants) {
        this.grants = List.copyOf(grants);
        this.byObject = this.grants.stream().collect(groupingBy(Grant::object));
        var meaning = this.grants.stream().map(Grant::canonical).sorted().distinct().collect(joining("\n"));
        this.name = HexFormat.of().formatHex(Sha256.of(meaning.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    /** The first 12 hex digits of the SHA-256 of what its grants mean; their order does not matter. */
    public String name() {
        return name;
    }

    public List<Grant> grants() {
        return grants;
    }

    /** A grant that allows it to somebody with one of these assignments; one that needs no justification where there is such. */
    Optional<Grant> find(Question asked, Collection<Assignment> assignments) {
        Grant onlyInEmergency = null;
        for (var object = asked.object(); ; object = object.isEmpty() ? Grant.ANY : Paths.above(object)) {
            for (var grant : byObject.getOrDefault(object, List.of())) {
                if (assignments.stream().anyMatch(assignment -> grant.allows(asked, assignment))) {
                    if (!grant.breakGlass()) {
                        return Optional.of(grant);
                    }
                    onlyInEmergency = grant;
                }
            }
            if (object.equals(Grant.ANY)) {
                return Optional.ofNullable(onlyInEmergency);
            }
        }
    }
}
