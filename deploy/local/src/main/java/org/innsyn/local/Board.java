package org.innsyn.local;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.innsyn.engines.Engine;
import org.innsyn.local.HouseState.Part;
import org.innsyn.local.HouseState.Phase;

/** What the launcher shows: lines on the console, and the state file. */
final class Board {

    private final StateFile file;
    private final PrintStream console;
    private final int port;
    private final Instant since = Instant.now();
    private final Map<String, Phase> phases = new LinkedHashMap<>();
    private final Map<String, Function<Phase, Part>> parts = new LinkedHashMap<>();
    private Phase house = Phase.STARTING;

    Board(StateFile file, PrintStream console, int port) {
        this.file = file;
        this.console = console;
        this.port = port;
    }

    void say(String line) {
        console.println(line);
    }

    synchronized void announce(Engine engine) {
        parts.put(engine.name(), phase -> new Part(
                name(engine), phase, engine.pid().orElse(null), engine.address(), engine.log().toString()));
        phases.put(engine.name(), Phase.STARTING);
        write();
    }

    synchronized void announce(Service service, String log) {
        parts.put(service.name(), phase ->
                new Part(service.name(), phase, ProcessHandle.current().pid(), service.url(), log));
        phases.put(service.name(), Phase.STARTING);
        write();
    }

    synchronized void engine(String engine, Phase phase) {
        phases.put(engine, phase);
        write();
    }

    synchronized void service(Service service, Phase phase) {
        phases.put(service.name(), phase);
        write();
    }

    synchronized void house(Phase phase) {
        house = phase;
        write();
    }

    private void write() {
        List<Part> shown = new ArrayList<>();
        phases.forEach((name, phase) ->
                Optional.ofNullable(parts.get(name)).ifPresent(part -> shown.add(part.apply(phase))));
        file.write(new HouseState(house, ProcessHandle.current().pid(), HousePorts.url(port), port, since, shown));
    }

    private static String name(Engine engine) {
        return engine.name().toLowerCase(Locale.ROOT);
    }
}
