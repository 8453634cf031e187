package org.innsyn.drill.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.drill.Result;
import org.innsyn.drill.check.Aftermath;
import org.innsyn.drill.check.Kafka;
import org.innsyn.drill.check.Published;
import org.innsyn.drill.kill.Postgres;
import org.innsyn.drill.load.Load;
import org.innsyn.schemas.ledger.LedgerHead;
import org.innsyn.schemas.ledger.LedgersApi.LedgerQuery;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./innsyn drill faults}: PostgreSQL's system calls fail while accesses are reported, and the service's while it changes its keys.
 * Whatever was acknowledged must be there afterwards, and everything must still agree.
 */
public final class FaultDrill {

    private static final List<String> SETTINGS = List.of("--innsyn.log.heads-every=1s");
    private static final Duration STRIKING_LIMIT = Duration.ofSeconds(15);
    /** Enough is under way at every moment; all that was ever reported is looked for again after each fault. */
    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final House house;
    private final AuditService service;
    private final Kafka kafka;
    private final Load load;
    private final Published published;
    private final Postgres postgres;
    private final StringBuilder lines = new StringBuilder("| where | fault | struck | acknowledged | lost | duplicates | gaps | what does not hold |\n|---|---|---|---|---|---|---|---|\n");
    private int struck;
    private boolean well = true;

    private FaultDrill(House house, AuditService service, Kafka kafka, Load load, Published published) {
        this.house = house;
        this.service = service;
        this.kafka = kafka;
        this.load = load;
        this.published = published;
        this.postgres = new Postgres(house);
    }

    /**
     * @param depth each fault strikes at a process's first call, its second and so on up to this one
     * @return well when faults struck and none left anything inconsistent
     */
    public static Result run(Workplace place, int depth) throws Exception {
        Strace.require();
        try (var house = House.open(place);
                var kafka = new Kafka(house.engines().kafka().bootstrapServers())) {
            var service = house.auditService("audit", SETTINGS);
            try (var load = new Load(house, List.of(service), 4, 2, REST);
                    var published = new Published(List.of(service))) {
                return new FaultDrill(house, service, kafka, load, published).run(depth);
            }
        }
    }

    private Result run(int depth) throws Exception {
        load.work();
        Thread.sleep(AFTERWARDS);
        for (int when = 1; when <= depth; when++) {
            for (var fault : List.of(Fault.diskFails(when), Fault.diskIsFullAtSync(when), Fault.diskIsFull(when), Fault.killed(when))) {
                line("PostgreSQL", fault, inPostgres(fault));
            }
        }
        // Keys are written by calls of another name than PostgreSQL's, so a full disk shows at the sync alone.
        for (int when = 1; when <= depth; when++) {
            for (var fault : List.of(Fault.diskFails(when), Fault.diskIsFullAtSync(when), Fault.killed(when))) {
                line("key rotation", fault, inKeyRotation(fault));
            }
        }
        return new Result(well && struck > 0, lines + "\n%d faults struck.".formatted(struck));
    }

    /**
     * Not in the process that listens: strace was seen to let go of it in the moment it is told that another has died. That word is then
     * lost, and PostgreSQL waits for ever for a process that is dead.
     */
    private boolean inPostgres(Fault fault) throws Exception {
        load.work();
        boolean hasStruck;
        try (var strace = Strace.attach(postgres.workers(), fault, house.folder("strace"))) {
            hasStruck = strace.hasStruck(STRIKING_LIMIT);
        }
        Thread.sleep(AFTERWARDS);
        return hasStruck;
    }

    /** The service itself makes only its keys durable; everything else is PostgreSQL's to keep. */
    private boolean inKeyRotation(Fault fault) throws Exception {
        load.work();
        try (var strace = Strace.attach(List.of(service.pid().orElseThrow()), fault, house.folder("strace"))) {
            try {
                service.post("/api/v1/admin/keys/rotate", service.operator(), "");
            } catch (IllegalStateException failed) {
                // As it must: what was not durable is not told to be.
            }
            return strace.hasStruck(Duration.ofMillis(500));
        }
    }

    private void line(String where, Fault fault, boolean hasStruck) throws Exception {
        postgres.awaitRunning();
        service.restart();
        load.pause();
        var found = Aftermath.of(service, kafka, load.acknowledged(), published);
        var complaints = new ArrayList<>(found.complaints());
        complaints.addAll(keys());
        well &= complaints.isEmpty();
        struck += hasStruck ? 1 : 0;
        var recorded = found.recorded();
        lines.append("| %s | %s | %s | %,d | %d | %d | %d | %s |%n".formatted(where, fault, hasStruck ? "yes" : "no", recorded.acknowledged(), recorded.lost(), recorded.duplicates(),
                recorded.gaps(), String.join(" ", complaints)));
        house.progress().say("%s, %s: %s, lost %d%s", where, fault, hasStruck ? "struck" : "not reached", recorded.lost(), complaints.isEmpty() ? "" : " " + complaints);
    }

    /** A rotation must now succeed, and what is sealed under the oldest keys must open. */
    private List<String> keys() {
        var complaints = new ArrayList<String>();
        try {
            service.post("/api/v1/admin/keys/rotate", service.operator(), "");
        } catch (IllegalStateException refused) {
            complaints.add("Keys cannot be rotated afterwards: " + refused.getMessage());
        }
        try {
            var token = service.signIn().machine("ledger:read");
            var head = JsonMapper.shared().readValue(service.post("/api/v1/ledgers/find", token, JsonMapper.shared().writeValueAsString(new LedgerQuery(Population.account(0)))), LedgerHead.class);
            service.get("/api/v1/ledgers/" + head.ledger() + "/proofs?after=0&upTo=1&size=1", token);
        } catch (IllegalStateException refused) {
            complaints.add("An entry's details cannot be opened afterwards: " + refused.getMessage());
        }
        return complaints;
    }
}
