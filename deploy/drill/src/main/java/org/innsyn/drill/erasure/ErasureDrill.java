package org.innsyn.drill.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.drill.Result;
import org.innsyn.drill.Until;
import org.innsyn.drill.scan.Found;
import org.innsyn.drill.scan.Needles;
import org.innsyn.drill.scan.Place;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.task.Task;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./innsyn drill erasure}. */
public final class ErasureDrill {

    private static final String SERVICE = "audit";
    private static final List<String> SETTINGS = List.of("--innsyn.log.heads-every=1s", "--innsyn.kafka.sweep-every=10s");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration GONE_LIMIT = Duration.ofMinutes(4);

    private final House house;
    private final Canaries canaries;
    private final Places places;
    private final Planting planting;
    private final List<String> complaints = new ArrayList<>();
    private final Report report = new Report();

    private ErasureDrill(House house, RandomGenerator random) {
        this.house = house;
        this.canaries = new Canaries(random);
        this.places = new Places(house, SERVICE);
        this.planting = new Planting(canaries);
    }

    /** @return well when every place was searched and nothing was found that should not be there */
    public static Result run(Workplace place, RandomGenerator random) throws Exception {
        try (var house = House.open(place)) {
            return new ErasureDrill(house, random).run();
        }
    }

    private Result run() throws Exception {
        topicAsInstalled();
        planting.overKafka(house.engines().kafka().bootstrapServers());
        expectAllInTopic();
        var service = house.auditService(SERVICE, SETTINGS);
        planting.overHttp(service);
        Until.holds("all reports are in the log", LIMIT, () -> service.database().number("""
                select (select count(*) from domain_event where payload_type = 'ledger.AccessRecorded') - (select count(*) from entry_leaf)""") == 0
                && service.database().number("select count(*) from entry_leaf") >= 5);
        var ledger = planting.ledger(service);
        Until.holds("all of it can be read", LIMIT, () -> isReadable(service, ledger));
        var keys = new WrappedKeys(service.database(), house.folder(SERVICE + "/keys"));
        keys.remember(ledger);
        service.post("/api/v1/admin/keys/rotate", service.operator(), "");
        keys.remember(ledger);
        before(ledger, keys);
        shred(service, ledger);
        after(ledger, keys);
        return new Result(complaints.isEmpty(), report.markdown() + (complaints.isEmpty() ? "" : "\n" + String.join("\n", complaints)));
    }

    private boolean isReadable(AuditService service, UUID ledger) {
        try {
            planting.read(service, ledger);
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** Segments end soon, as {@code ./innsyn up} makes the topic, only sooner. */
    private void topicAsInstalled() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", house.engines().kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, AccessEvent.TOPIC), List.of(
                    new AlterConfigOp(new ConfigEntry("segment.ms", "5000"), AlterConfigOp.OpType.SET),
                    new AlterConfigOp(new ConfigEntry("file.delete.delay.ms", "1000"), AlterConfigOp.OpType.SET)))).all().get();
        }
    }

    /** The topic is the one place where reports lie in clear: each canary that went there must be found, through every compression. */
    private void expectAllInTopic() {
        var found = places.kafka().search(canaries.needles());
        report.before(places.kafka().name(), found, "%d of %d canaries found, as they must be".formatted(found.hits().size(), canaries.all().size()));
        canaries.all().keySet().stream().filter(each -> !found.hits().containsKey(each))
                .forEach(each -> complaints.add("Unscanned: the search of the topic does not find what is there, " + each + "."));
    }

    private void before(UUID ledger, WrappedKeys keys) throws Exception {
        house.progress().say("searching while everything is there");
        house.admin().run("checkpoint");
        var sealed = canaries.needles();
        var inTopic = places.kafka().name();
        for (var place : places.all()) {
            var found = place.search(sealed);
            if (!place.name().equals(inTopic)) {
                report.before(place.name(), found, "%d canaries".formatted(found.hits().size()));
                complain(place, found, "lies in clear where only sealed values may lie");
            }
        }
        house.elasticsearch().post("/innsyn-access-log/_flush?force=true", "");
        require(places.segments(), new Needles().with("ledger id", ledger.toString()));
        require(places.postgres(), keys.wrapped());
        require(places.wal(), keys.wrapped());
        if (keys.count() < 2) {
            complaints.add("Unscanned: no wrapped key of two epochs to search for.");
        }
        var words = new Canaries(new java.util.SplittableRandom());
        var probes = new Probes(house, SERVICE, places);
        probes.plant(words);
        probes.found().forEach((place, found) -> {
            report.probe(place, found);
            if (!found) {
                complaints.add("Unscanned: " + place + ": a word that was put there is not found.");
            }
        });
    }

    private void require(Place place, Needles needles) {
        if (place.search(needles).hits().isEmpty()) {
            complaints.add("Unscanned: " + place.name() + ": what must be there is not found.");
        }
    }

    private void complain(Place place, Found found, String words) {
        found.hits().forEach((name, count) -> complaints.add("%s: %s (%d times) %s.".formatted(place.name(), name, count, words)));
    }

    /** As the service that carries out requests asks for it, and then as the operator does every day. */
    private void shred(AuditService service, UUID ledger) throws Exception {
        house.progress().say("shredding");
        Until.holds("nobody has anything to look at", LIMIT, () -> planting.concludeFindings(service) == 0 && isSeen(service));
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, ledger, Instant.now());
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", house.engines().kafka().bootstrapServers()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Task.TOPIC, task.taskId().toString(), JsonMapper.shared().writeValueAsBytes(task))).get();
        }
        Until.holds("the ledger is read back as shredded", LIMIT, () -> told(service, task, "completed_at is not null and result ->> 'status' = 'done'"));
        service.post("/api/v1/admin/keys/rotate", service.operator(), "");
        Until.holds("it is told that no backup brings it back", LIMIT, () -> told(service, task, "beyond_recovery_at is not null"));
    }

    private static boolean isSeen(AuditService service) {
        return service.database().number("""
                select count(*) from domain_event e, oversight_place p where payload_type = 'ledger.AccessRecorded'
                   and (e.transaction_id, e.global_index) > (p.transaction_number::text::xid8, p.global_index)""") == 0;
    }

    private static boolean told(AuditService service, Task task, String what) {
        return service.database().number("select count(*) from ledger_task where task_id = ? and " + what, task.taskId()) == 1;
    }

    private void after(UUID ledger, WrappedKeys keys) throws Exception {
        house.progress().say("waiting until the topic is empty, and searching again");
        var everything = canaries.needles();
        Until.holds("the broker has deleted its segments", GONE_LIMIT, () -> places.kafka().search(everything).hits().isEmpty());
        var epochs = keys.endedEpochKeys();
        if (keys.endedEpochs() < 2) {
            complaints.add("An epoch key that wrapped the person's keys is still alive.");
        }
        for (var place : places.all()) {
            var found = place.search(everything);
            complain(place, found, "is still there");
            complain(place, place.search(epochs), "is still there, though its epoch is over");
            var wrapped = place.search(keys.wrapped());
            wrapped.hits().keySet().stream().filter(keys::opens).forEach(each -> complaints.add(place.name() + ": " + each + " is there, and so is what unwraps it."));
            report.after(place.name(), found, wrapped.hits().size());
        }
        complain(places.segments(), places.segments().search(new Needles().with("ledger id", ledger.toString())), "is still there, so its documents are");
    }
}
