package org.innsyn.drill.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All rounds so far, in a file: a drill that was interrupted goes on where it stopped. */
final class Tally {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final List<Round> rounds = new ArrayList<>();

    Tally(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            rounds.addAll(Arrays.asList(JSON.readValue(file.toFile(), Round[].class)));
        }
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    void add(Round round) {
        rounds.add(round);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var half = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(half.toFile(), rounds);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw new UncheckedIOException("the rounds so far cannot be kept in " + file, problem);
        }
    }
}
