package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.innsyn.dsr.fulfilment.Doom;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.operator.RestoreChecksApi;
import org.innsyn.schemas.operator.RestoreChecksApi.StartRestoreCheck;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service is killed with SIGKILL at every milestone there is, each time while it carries out another request; after the last start every one of
 * them has come to the end that an undisturbed one comes to. Starts are what takes time, so a process dies at as many milestones at once as it has workers.
 */
@ExtendWith(ServiceExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtEveryMilestoneTest {

    private static final List<String> PASSING = List.of("DISCOVER", "EXPIRE", "RECHECK", "LIFT");

    /** Where other systems than the shop are needed, another test kills: {@link AccountSystemsTest}. */
    private static final List<Doom.Place> PLACES = Doom.places().stream().filter(place -> !place.kind().equals("TRANSFER")).toList();

    private final RunningService service;
    private final Map<Right, Ended> undisturbed = new LinkedHashMap<>();
    private final Map<Doom.Place, Ended> killed = new LinkedHashMap<>();

    @TempDir
    private static Path marks;

    /** A customer with a request, and the version to be approved. */
    private record Ended(Customer customer, UUID request, long version) {

        RequestView view() {
            return customer.view(request);
        }
    }

    KilledAtEveryMilestoneTest(RunningService service) {
        this.service = service;
        service.audit().answerWith(AuditAnswers::done);
    }

    @BeforeAll
    void kill() throws Exception {
        for (var right : List.of(Right.ACCESS, Right.ERASURE)) {
            var customer = customer();
            undisturbed.put(right, new Ended(customer, customer.approved(right), 0));
        }
        var right = customer();
        var corrected = right.preparedCorrection("shop/customers", "phone", "+47 2");
        right.controller().approve(corrected.id(), new Approve(corrected.version()));
        undisturbed.put(Right.RECTIFICATION, new Ended(right, corrected.id(), 0));
        // Searched and proposed by a service that lives, so that the one to be killed gets to its milestone soon.
        for (var place : PLACES) {
            var customer = customer();
            killed.put(place, switch (place.kind()) {
                case "DISCOVER" -> new Ended(customer, new UUID(0, 0), 0);
                case "EXPIRE" -> new Ended(customer, customer.approved(Right.ACCESS), 0);
                case "RECHECK" -> new Ended(customer, customer.approved(Right.ERASURE), 0);
                case "LIFT" -> new Ended(customer, customer.approvedRestriction("shop/customers"), 0);
                default -> {
                    var prepared = place.kind().equals("RECTIFY")
                            ? customer.preparedCorrection("shop/customers", "phone", "+47 2")
                            : customer.prepared(place.kind().equals("COPY") ? Right.ACCESS : Right.ERASURE);
                    yield new Ended(customer, prepared.id(), prepared.version());
                }
            });
        }
        for (var place : killed.keySet().stream().filter(each -> List.of("EXPIRE", "RECHECK", "LIFT").contains(each.kind())).toList()) {
            var one = killed.get(place);
            killed.put(place, new Ended(one.customer(), one.request(), one.customer().until(one.request(), RequestState.DONE).version()));
            if (place.kind().equals("RECHECK")) {
                one.customer().bringBackACase();
            }
        }
        service.stop();
        try {
            killEverywhere();
        } finally {
            service.start();
        }
    }

    private void killEverywhere() throws Exception {
        var begun = new HashSet<Doom.Place>();
        var requests = new LinkedHashMap<Doom.Place, Object>();
        killed.forEach((place, one) -> requests.put(place, place.kind().equals("DISCOVER") ? "any" : one.request()));
        for (int lives = 0; !PLACES.stream().allMatch(place -> place.isReached(marks)) && lives < PLACES.size(); lives++) {
            try (var process = service.startInItsOwnProcess(Doom.argument(marks, requests))) {
                for (var place : PLACES) {
                    if (process.isAlive() && !begun.contains(place)) {
                        begin(place, killed.get(place), begun);
                    }
                }
                assertThat(process.exitCode(Duration.ofSeconds(40))).as("reached so far: %s", PLACES.stream().filter(place -> place.isReached(marks)).toList()).isEqualTo(128 + 9);
            }
        }
        assertThat(PLACES).allSatisfy(place -> assertThat(place.isReached(marks)).as("killed at %s", place).isTrue());
    }

    private void begin(Doom.Place place, Ended one, Set<Doom.Place> begun) {
        try {
            switch (place.kind()) {
                case "DISCOVER" -> one.customer().submitted(Right.ACCESS);
                case "EXPIRE" -> service.expire(one.request());
                case "RECHECK" -> service.api(service.neighbours().machine("operator"), RestoreChecksApi.class).start(new StartRestoreCheck("shop", true));
                case "LIFT" -> service.staff("controller", "controller", LiftingsApi.class).lift(one.request(), new Lift(one.version(), "It was checked and is right."));
                default -> one.customer().controller().approve(one.request(), new Approve(one.version()));
            }
            begun.add(place);
        } catch (RestClientResponseException e) {
            assertThat(RunningService.problem(e)).as("begun before the end, it cannot be begun again").isIn("not-now", "stale");
            begun.add(place);
        } catch (RestClientException | HttpMessageNotWritableException killedBeforeItAnswered) {
            // Killed while it read the question, or while it answered. What was begun is in the database, and that is all a caller could
            // know: it is said again to the next.
        }
    }

    private Customer customer() {
        var customer = new Customer(service);
        customer.log(7);
        return customer;
    }

    @TestFactory
    Stream<DynamicTest> whatever_was_killed_ends_as_if_nothing_had_happened() {
        return killed.entrySet().stream().filter(each -> !PASSING.contains(each.getKey().kind())).map(each -> DynamicTest.dynamicTest(
                "killed at " + each.getKey(), () -> comesToTheSameEnd(each.getValue())));
    }

    private void comesToTheSameEnd(Ended one) throws IOException {
        var view = one.customer().until(one.request(), RequestState.DONE);
        var expected = undisturbed.get(view.right()).view();
        assertThat(events(view)).as("each thing happened as often as it should").isEqualTo(events(expected));
        assertThat(view.items()).extracting(RequestItem::affected).isEqualTo(expected.items().stream().map(RequestItem::affected).toList());
        assertThat(view.items()).allSatisfy(item -> assertThat(item.readBackAt() == null).isEqualTo(Customer.item(expected, item.key()).readBackAt() == null));
        if (view.right() == Right.ACCESS) {
            isWhole(one.customer().api().download(one.request()).getContentAsByteArray());
        } else if (view.right() == Right.RECTIFICATION) {
            assertThat(service.shop().jdbc().queryForObject("select phone from customers where account = ?", String.class, one.customer().account())).isEqualTo("+47 2");
            assertThat(one.customer().api(CorrectionsApi.class).corrections(one.request()).corrections()).singleElement()
                    .satisfies(line -> assertThat(line.before()).as("what it said at first, and not what it said between two attempts").isEqualTo("+47 000"));
        } else {
            assertThat(one.customer().asked(one.request())).extracting(Task::taskId).as("one task, however often it was asked")
                    .containsOnly(one.customer().asked(one.request()).getFirst().taskId());
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(reported(one.customer())).isEqualTo(reported(undisturbed.get(view.right()).customer())));
    }

    private static List<String> events(RequestView view) {
        return view.history().stream().map(RequestView.HistoryLine::event).filter(event -> !event.equals("CopyFetched")).sorted().toList();
    }

    private List<String> reported(Customer customer) {
        return Reported.about(customer, service).stream()
                .filter(event -> event.data().actor().kind() == ActorKind.SYSTEM)
                // Whoever tells them by mail what happens reads their address, and sends again what may not have left.
                .filter(event -> event.data().operation() != Operation.READ)
                .map(event -> event.data().operation() + " " + event.data().object())
                .sorted()
                .toList();
    }

    private static void isWhole(byte[] zip) throws IOException {
        var sums = new LinkedHashMap<String, String>();
        var listed = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("manifest.json")) {
                    JsonMapper.shared().readTree(content).get("files").forEach(file -> listed.put(file.get("path").asString(), file.get("sha256").asString()));
                } else if (!entry.getName().equals("manifest.json.note")) {
                    sums.put(entry.getName(), HexFormat.of().formatHex(Sha256.of(content)));
                }
            }
        }
        assertThat(sums).isEqualTo(listed).isNotEmpty();
    }

    @Test
    void a_search_that_was_killed_is_made_once_more_and_told_once() {
        var one = of("DISCOVER");
        var asked = one.customer().api().mine();
        assertThat(asked).hasSize(1);
        var view = one.customer().until(asked.getFirst().id(), RequestState.ASSESSED);

        assertThat(events(view)).containsExactly("RequestAssessed", "RequestSubmitted");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(reported(one.customer())).containsExactly("SEARCH /customers"));
    }

    @Test
    void a_copy_whose_removal_was_killed_is_gone_and_its_key_too() {
        var one = of("EXPIRE");

        await().atMost(Duration.ofSeconds(20)).until(() -> one.view().download() == null);
        assertThat(events(one.view())).filteredOn("CopyExpired"::equals).hasSize(1);
        assertThat(service.exports().resolve(one.request() + ".copy")).doesNotExist();
        assertThat(service.jdbc().queryForList("select 1 from request_detail where request_id = ? and field = 'copy-key'", one.request())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> what_a_backup_brought_back_is_erased_again_once_wherever_that_was_killed() {
        return all("RECHECK").map(one -> DynamicTest.dynamicTest("killed at " + one.getKey(), () -> {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notes(one.getValue(), "ItemErasedAgain")).contains("shop/cases: {erased=1}"));
            assertThat(notes(one.getValue(), "ItemErasedAgain")).doesNotHaveDuplicates();
            assertThat(one.getValue().customer().cases()).isZero();
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_restriction_whose_lifting_was_killed_is_lifted_and_told_once() {
        return all("LIFT").map(one -> DynamicTest.dynamicTest("killed at " + one.getKey(), () -> {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notes(one.getValue(), "ItemUnrestricted")).containsExactly("shop/customers: {lifted=1}"));
            assertThat(service.shop().jdbc().queryForObject("select restricted from customers where account = ?", Boolean.class, one.getValue().customer().account())).isFalse();
        }));
    }

    private Stream<Map.Entry<Doom.Place, Ended>> all(String kind) {
        return killed.entrySet().stream().filter(each -> each.getKey().kind().equals(kind));
    }

    private static List<String> notes(Ended one, String event) {
        return one.view().history().stream().filter(line -> line.event().equals(event)).map(RequestView.HistoryLine::note).toList();
    }

    @AfterAll
    void nothing_is_left_of_what_was_begun() throws IOException {
        try (var files = Files.list(service.exports())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part"))).isEmpty();
        }
    }

    private Ended of(String kind) {
        return killed.entrySet().stream().filter(each -> each.getKey().kind().equals(kind)).findFirst().orElseThrow().getValue();
    }
}
