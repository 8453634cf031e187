package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A date that passes is noted, once, whatever happens to the machine; a date that moves says so. */
@ExtendWith(ServiceExtension.class)
class DeadlinesTest {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final RunningService service;

    DeadlinesTest(RunningService service) {
        this.service = service;
    }

    @Test
    void a_letter_that_lay_for_two_months_is_overdue_as_soon_as_it_is_recorded() {
        var letter = letter();

        await().atMost(LONG).untilAsserted(() -> assertThat(view(letter).legal().overdue()).isTrue());
        assertThat(view(letter).due().daysLeft()).isNegative();
        assertThat(noted(letter, "RequestOverdue")).isEqualTo(1);
        // The target passed too; of a limit that passed nobody needs to hear it.
        assertThat(noted(letter, "TargetPassed")).isZero();
    }

    @Test
    void killed_while_dates_pass_it_notes_each_of_them_once_after_the_next_start() throws Exception {
        service.stop();
        List<UUID> letters = new ArrayList<>();
        try (var process = service.startInItsOwnProcess()) {
            IntStream.range(0, 6).forEach(_ -> letters.add(letter()));
            process.kill();
        }
        service.start();

        await().atMost(LONG).untilAsserted(() -> assertThat(letters).allSatisfy(letter -> assertThat(view(letter).legal().overdue()).isTrue()));
        await().atMost(LONG).until(() -> waiting(letters) == 0);
        assertThat(letters).allSatisfy(letter -> {
            assertThat(noted(letter, "RequestOverdue")).isEqualTo(1);
            // Counted anew after the start: where nothing changed, nothing is written.
            assertThat(noted(letter, "DeadlinesMoved")).isZero();
        });
    }

    @Test
    void rules_that_change_move_open_dates_and_say_so_in_the_history() {
        var customer = new Customer(service);
        var view = customer.api().submit(new Submit(Right.ACCESS, null));

        service.stop();
        service.start("--innsyn.rule-pack=gdpr-answer-test");
        try {
            await().atMost(LONG).untilAsserted(() -> assertThat(customer.view(view.id()).due().rulePack()).isEqualTo("gdpr-answer-test/1"));
            var moved = customer.view(view.id());
            assertThat(moved.due().limit()).isAfter(view.due().limit());
            assertThat(moved.history()).filteredOn(line -> line.event().equals("DeadlinesMoved")).singleElement().satisfies(line ->
                    assertThat(line.note()).contains(view.due().limit().toString(), moved.due().limit().toString(), "gdpr-answer-no/2"));
        } finally {
            service.stop();
            service.start();
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(customer.view(view.id()).due().limit()).isEqualTo(view.due().limit()));
    }

    private UUID letter() {
        return service.desk("handler", "case-handler").enter(new Enter(
                Right.ERASURE, Channel.LETTER, "customer-" + UUID.randomUUID(), Instant.now().minus(Duration.ofDays(75)), null, "Please erase.")).id();
    }

    private RequestView view(UUID request) {
        return service.as("dpo", "dpo").get(request);
    }

    private long noted(UUID request, String event) {
        return view(request).history().stream().filter(line -> line.event().equals(event)).count();
    }

    /** How many tasks of these requests are due and not done: what could still be noted. */
    private long waiting(List<UUID> requests) {
        return requests.stream().mapToLong(request -> service.jdbc().queryForObject(
                "select count(*) from task where request_id = ? and kind in ('DEADLINE', 'REVIEW') and state = 'open' and not_before < now()", Long.class,
                request)).sum();
    }
}
