package org.innsyn.dsr.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;

/** Whoever looks, and whatever this service does itself, is reported; nothing else tells who the person is. */
@ExtendWith(ServiceExtension.class)
class AccessReportingTest {

    private final RunningService service;
    private final Customer customer;

    AccessReportingTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void what_this_service_did_and_who_of_the_staff_looked_is_reported() {
        customer.log(5);
        var view = customer.until(customer.approved(Right.ERASURE), RequestState.DONE);
        service.as("the-dpo", "dpo").get(view.id());

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var reported = reported();
            assertThat(reported).filteredOn(event -> event.data().actor().kind() == ActorKind.SYSTEM)
                    .extracting(event -> event.data().operation())
                    .as("reading is looking up where to write to").containsExactlyInAnyOrder(Operation.READ, Operation.SEARCH, Operation.DELETE);
            assertThat(reported).filteredOn(event -> event.data().actor().id().equals("the-dpo")).singleElement().satisfies(event -> {
                assertThat(event.data().operation()).isEqualTo(Operation.READ);
                assertThat(event.data().object()).isEqualTo("/requests");
                assertThat(event.data().actor().unit()).isEqualTo("privacy");
                assertThat(event.data().caseReference()).isEqualTo(view.reference());
            });
        });
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        var id = customer.api().submit(new Submit(Right.ACCESS, null)).id();
        service.jdbc().execute("alter table access_report rename to access_report_away");
        try {
            assertThatThrownBy(() -> customer.controller().get(id)).isInstanceOfSatisfying(RestClientResponseException.class, e -> {
                assertThat(e.getStatusCode().value()).isEqualTo(503);
                assertThat(RunningService.problem(e)).isEqualTo("reading-not-recorded");
            });
        } finally {
            service.jdbc().execute("alter table access_report_away rename to access_report");
        }
        assertThat(customer.controller().get(id).account()).isEqualTo(customer.account());
    }

    @Test
    void no_table_and_no_question_to_another_service_tells_who_the_person_is() {
        customer.log(5);
        customer.until(customer.approved(Right.ERASURE), RequestState.DONE);

        for (var table : List.of("domain_event", "task", "request_register", "request_detail", "access_report", "processor_token")) {
            var rows = service.jdbc().queryForList("select row_to_json(t)::text from " + table + " t", String.class);
            assertThat(String.join("\n", rows)).as(table).doesNotContain(customer.account()).doesNotContain(HexFormat.of().formatHex(customer.account().getBytes(UTF_8)));
        }
        assertThat(service.audit().asked().toString()).doesNotContain(customer.account());
    }

    /** What was reported about this test's customer.api(). */
    private List<AccessEvent> reported() {
        return Reported.about(customer, service);
    }
}
