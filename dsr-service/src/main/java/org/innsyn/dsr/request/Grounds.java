package org.innsyn.dsr.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The grounds for keeping data, or for leaving it out of a copy, with their sources; read from a rule pack. */
public final class Grounds {

    private static final Map<String, String> TEXTS = read();

    private Grounds() {}

    /** The ground in plain words with its source; empty when there is no such ground. */
    public static Optional<String> text(String ground) {
        return Optional.ofNullable(TEXTS.get(ground));
    }

    private static Map<String, String> read() {
        try (InputStream in = Grounds.class.getResourceAsStream("/rule-packs/grounds-no-1.yaml")) {
            return Map.copyOf(new YAMLMapper().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
