package org.innsyn.dsr.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The grounds for keeping data, leaving it out of a copy or declining a wish, with their sources; read from a rule pack. */
public final class Grounds {

    private static final Map<String, Ground> GROUNDS = read();

    private Grounds() {}

    /** The ground in plain words with its source; empty when there is no such ground. */
    public static Optional<String> text(String ground) {
        return Optional.ofNullable(GROUNDS.get(ground)).map(Ground::text);
    }

    /** All there are, in the order of the rule pack. */
    public static List<Ground> all() {
        return List.copyOf(GROUNDS.values());
    }

    /** Whether there is such a ground, and the law gives it for this outcome of this right. */
    static boolean allows(String ground, Outcome outcome, Right right) {
        var known = GROUNDS.get(ground);
        return known != null && known.outcomes().contains(outcome) && known.rights().contains(right);
    }

    private static Map<String, Ground> read() {
        try (InputStream in = Grounds.class.getResourceAsStream("/rule-packs/grounds-no-2.yaml")) {
            var grounds = new LinkedHashMap<String, Ground>();
            new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, Entry>>() {})
                    .forEach((key, entry) -> grounds.put(key, new Ground(key, entry.text(), entry.iri(), entry.outcomes(), entry.rights())));
            return grounds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(String text, String iri, List<Outcome> outcomes, List<Right> rights) {}
}
