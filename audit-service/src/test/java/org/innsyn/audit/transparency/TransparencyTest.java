package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.house.Events;
import org.innsyn.audit.house.Topics;
import org.innsyn.audit.identity.Identities;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.crypto.Commitment;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.innsyn.schemas.proof.EntryProof;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The log as a stranger sees it, checked with code that knows only the published format. */
class TransparencyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditHouse house = AuditHouse.shared();

    /** A checkpoint's three lines. */
    private record Head(String origin, long size, byte[] root) {
        static Head of(String note) {
            var lines = note.lines().toList();
            return new Head(lines.get(0), Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)));
        }
    }

    @Test
    void an_entry_is_proved_to_the_person_it_is_about_with_the_name_of_the_actor_hidden() {
        var account = newAccount();
        house.report(supportReads(account));
        var proof = proof(account, house.completeLog(account).entries().getFirst().id());

        assertThat(verifies(proof)).isTrue();
        assertThat(field(proof, "purpose").value()).isEqualTo("support.case".getBytes(StandardCharsets.UTF_8));
        assertThat(field(proof, "justification").value()).isEqualTo("looked at to answer the case".getBytes(StandardCharsets.UTF_8));
        assertThat(field(proof, "actor").value()).as("hidden").isNull();
        assertThat(JSON.writeValueAsString(proof)).doesNotContain(Base64.getEncoder().encodeToString("agent-17".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_proof_with_any_field_changed_does_not_verify() {
        var account = newAccount();
        house.report(supportReads(account));
        var proof = proof(account, house.completeLog(account).entries().getFirst().id());
        for (int i = 0; i < proof.fields().size(); i++) {
            var fields = new ArrayList<>(proof.fields());
            var field = fields.get(i);
            fields.set(i, field.value() == null
                    ? new EntryProof.Field(field.name(), flipped(field.digest()), null, null)
                    : new EntryProof.Field(field.name(), null, field.salt(), flipped(field.value())));
            assertThat(verifies(new EntryProof(proof.format(), fields, proof.proof(), proof.key()))).as(field.name()).isFalse();
        }
    }

    @Test
    void a_proof_still_verifies_after_the_person_is_gone() {
        var account = newAccount();
        house.report(supportReads(account));
        var entry = house.completeLog(account).entries().getFirst().id();
        var proof = proof(account, entry);
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), Task.ACCESS_LOG, Task.Action.SHRED, ledger.value(), Instant.now());
        new Topics(house).send(Task.TOPIC, task.taskId().toString(), JSON.writeValueAsBytes(task));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> house.bean(Identities.class).ofAccount(account).isEmpty());

        assertThat(ask(account, entry).statusCode()).isEqualTo(404);
        assertThat(verifies(proof)).isTrue();
        // And its leaf still stands where the proof says, in the log of today.
        long index = Long.parseLong(proof.proof().lines().toList().get(1).substring("index ".length()));
        assertThat(everyLeaf().get((int) index)).isEqualTo(leaf(proof));
    }

    @Test
    void no_proof_is_made_once_the_name_of_who_looked_is_gone_and_an_earlier_one_verifies() {
        var account = newAccount();
        var looked = "agent-" + UUID.randomUUID();
        var like = Events.data("customers/contact", "support/tier-1", "support.case", "looked", Person.of(Identifier.account(account)));
        house.report(Events.event(UUID.randomUUID().toString(), new AccessData(like.subjects(), new Actor(looked, ActorKind.STAFF, "support/tier-1", "agent"),
                like.operation(), like.object(), like.categories(), like.purpose(), like.legalBasis(), null, null, null, null, null, null, null, null)));
        var entry = house.completeLog(account).entries().getFirst().id();
        var proof = proof(account, entry);
        house.bean(Actors.class).withId(looked, List.of(AuditHouse.SOURCE)).forEach(house.bean(VaultKeys.class)::destroy);

        assertThat(ask(account, entry).statusCode()).isEqualTo(410);
        assertThat(verifies(proof)).isTrue();
    }

    @Test
    void the_root_of_the_checkpoint_is_the_root_of_the_entries_and_the_tiles_agree() {
        var crowd = newAccount();
        house.report(IntStream.range(0, 600).mapToObj(i -> supportReads(crowd)).toArray(AccessEvent[]::new));
        house.completeLog(crowd);
        var head = awaitHead(600);
        var leaves = everyLeaf().subList(0, (int) head.size());
        assertThat(naive(leaves)).isEqualTo(head.root());
        var firstTile = bytes("/log/tile/0/000");
        assertThat(firstTile).isEqualTo(concat(leaves.subList(0, 256).stream().map(MerkleTree::leafHash).toList()));
        var above = bytes("/log/tile/1/000.p/" + head.size() / 256);
        assertThat(Arrays.copyOf(above, 32)).isEqualTo(naive(leaves.subList(0, 256)));
    }

    @Test
    void a_whole_log_is_proved_entry_by_entry_each_linked_to_the_one_before() {
        var account = newAccount();
        house.report(IntStream.range(0, 25).mapToObj(i -> supportReads(account)).toArray(AccessEvent[]::new));
        house.completeLog(account);
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        var token = house.tokens().machine("ledger:read");
        var answer = Awaitility.await().atMost(Duration.ofSeconds(20)).until(
                () -> house.get("/api/v1/ledgers/" + ledger + "/proofs?after=0&upTo=25&size=1000", token), response -> response.statusCode() == 200);
        var proofs = JSON.readValue(answer.body(), EntryProof[].class);
        assertThat(proofs).hasSize(25).allMatch(TransparencyTest::verifies);
        long slot = house.database().queryForObject("select slot from audit.ledger_head where ledger_id = ?", Long.class, ledger.value());
        assertThat(field(proofs[0], "slot").value()).as("the first entry fixes the slot").isEqualTo(ByteBuffer.allocate(8).putLong(slot).array());
        assertThat(proofs[1].fields()).extracting(EntryProof.Field::name).doesNotContain("slot");
        for (int i = 0; i < proofs.length; i++) {
            assertThat(field(proofs[i], "number").value()).isEqualTo(ByteBuffer.allocate(8).putLong(i + 1).array());
            assertThat(field(proofs[i], "previous").value()).isEqualTo(i == 0 ? new byte[32] : leaf(proofs[i - 1]));
        }
    }

    @Test
    void the_offline_checker_accepts_our_proofs_and_our_log_and_refuses_a_forgery() throws Exception {
        var account = newAccount();
        house.report(supportReads(account));
        var proof = house.completeLog(account).entries().getFirst().id();
        var key = house.get("/log/key", "").body().strip();
        var folder = Files.createTempDirectory("proofs");
        var good = Files.writeString(folder.resolve("entry-1.innsyn-proof.json"), JSON.writeValueAsString(proof(account, proof)));
        assertThat(Checker.run("--key", key, good.toString())).as("a good proof").isZero();
        var forged = Files.writeString(folder.resolve("entry-2.innsyn-proof.json"), Files.readString(good).replace(
                Base64.getEncoder().encodeToString("support.case".getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString("support.cose".getBytes(StandardCharsets.UTF_8))));
        assertThat(Checker.run("--key", key, forged.toString())).as("a forged proof").isEqualTo(1);
        assertThat(Checker.run("--key", key, "--log", house.address("/log/"))).as("the whole log").isZero();
    }

    @Test
    void nothing_beyond_the_checkpoint_and_nothing_misspelt_is_served() {
        assertThat(house.get("/log/tile/0/x999/999", "").statusCode()).isEqualTo(404);
        assertThat(house.get("/log/tile/0/0", "").statusCode()).isEqualTo(404);
        assertThat(house.get("/log/tile/0/000.p/256", "").statusCode()).isEqualTo(404);
        assertThat(house.get("/log/tile/9/000", "").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_gets_a_proof_of_anothers_entry() {
        var account = newAccount();
        house.report(supportReads(account));
        var entry = house.completeLog(account).entries().getFirst().id();
        var stranger = newAccount();
        house.report(supportReads(stranger));
        house.completeLog(stranger);
        assertThat(ask(stranger, entry).statusCode()).isEqualTo(404);
    }

    @Test
    void every_recorded_entry_has_one_place_in_the_log() {
        var account = newAccount();
        house.report(IntStream.range(0, 50).mapToObj(i -> supportReads(account)).toArray(AccessEvent[]::new));
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> house.database()
                .queryForObject("select count(*) from audit.entry_leaf where ledger_id = ?", Long.class, ledger.value()) == 50);
        assertThat(house.database().queryForMap("select count(*) as leaves, max(leaf_index) + 1 as next, (select size from audit.log_state) as size from audit.log_leaf"))
                .satisfies(counted -> assertThat(counted.get("leaves")).isEqualTo(counted.get("next")).isEqualTo(counted.get("size")));
    }

    private HttpResponse<String> ask(String account, UUID entry) {
        return house.post("/api/v1/access-log/mine/proof", house.tokens().subject(account), "application/json",
                ("{\"entry\":\"" + entry + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private EntryProof proof(String account, UUID entry) {
        var answer = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ask(account, entry), response -> response.statusCode() == 200);
        return JSON.readValue(answer.body(), EntryProof.class);
    }

    private static EntryProof.Field field(EntryProof proof, String name) {
        return proof.fields().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static byte[] leaf(EntryProof proof) {
        var ordered = new ByteArrayOutputStream();
        for (var field : proof.fields()) {
            var name = field.name().getBytes(StandardCharsets.UTF_8);
            ordered.writeBytes(ByteBuffer.allocate(4).putInt(name.length).array());
            ordered.writeBytes(name);
            ordered.writeBytes(field.digest() != null ? field.digest() : Commitment.digest(field.salt(), field.value()));
        }
        return Sha256.of(ordered.toByteArray());
    }

    private static boolean verifies(EntryProof proof) {
        var parts = proof.proof().split("\n\n", 2);
        var lines = parts[0].lines().toList();
        var head = Head.of(parts[1]);
        long index = Long.parseLong(lines.get(1).substring("index ".length()));
        var path = lines.subList(2, lines.size()).stream().map(Base64.getDecoder()::decode).toList();
        return Arrays.equals(MerkleTreeTest.climb(MerkleTree.leafHash(leaf(proof)), index, head.size(), path), head.root());
    }

    private Head awaitHead(long atLeast) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> Head.of(house.get("/log/checkpoint", "").body()), head -> head.size() >= atLeast && head.size() == house.bean(LogTables.class).size());
    }

    private List<byte[]> everyLeaf() {
        var head = awaitHead(1);
        var leaves = new ArrayList<byte[]>();
        for (long tile = 0; tile * 256 < head.size(); tile++) {
            long width = Math.min(256, head.size() - tile * 256);
            var bundle = ByteBuffer.wrap(bytes("/log/tile/entries/%03d%s".formatted(tile, width == 256 ? "" : ".p/" + width)));
            while (bundle.hasRemaining()) {
                var leaf = new byte[bundle.getShort()];
                bundle.get(leaf);
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    private byte[] bytes(String path) {
        var response = house.getBytes(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return MerkleTree.leafHash(leaves.getFirst());
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.nodeHash(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    private static byte[] concat(List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] flipped(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {1};
        }
        var changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        return changed;
    }
}
