package org.innsyn.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code run/state.json}: written whole at every change by the launcher, read by everybody else. */
final class StateFile {

    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final HomeFolder home;

    StateFile(HomeFolder home) {
        this.home = home;
    }

    void write(HouseState state) {
        home.folder("run");
        HomeFolder.write(home.stateFile(), JSON.writeValueAsString(state) + "\n");
    }

    /** The state of the house that runs over this home, if one does: a file left by a killed launcher does not count. */
    Optional<HouseState> ofRunningHouse() {
        Path file = home.stateFile();
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        HouseState state = JSON.readValue(file.toFile(), HouseState.class);
        return launcher(state).isPresent() ? Optional.of(state) : Optional.empty();
    }

    /** Process ids are used again by others: only a command line that names this home is the launcher's. */
    Optional<ProcessHandle> launcher(HouseState state) {
        return ProcessHandle.of(state.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(home.root().toString()));
    }

    HouseState requireRunning() {
        return ofRunningHouse()
                .orElseThrow(() -> new Refusal(
                        ExitCode.NOT_RUNNING, "Nothing runs from " + home.root() + ". ./innsyn up starts it."));
    }
}
