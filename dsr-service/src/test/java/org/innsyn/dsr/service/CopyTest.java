package org.innsyn.dsr.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;

/** The copy a person gets is whole, encrypted until it is fetched, and gone when its time is over. */
@ExtendWith(ServiceExtension.class)
class CopyTest {

    private final RunningService service;
    private final Customer customer;

    CopyTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
        service.audit().answerWith(AuditAnswers::done);
    }

    @Test
    void a_copy_holds_the_whole_log_and_the_systems_rows() throws IOException {
        customer.log(2_345);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);

        byte[] zip = customer.api().download(view.id()).getContentAsByteArray();
        assertThat(zip).hasSize((int) view.download().sizeBytes());
        var files = unzip(zip);
        assertThat(files.get("access-log.jsonl").lines()).hasSize(2_345);
        assertThat(files.get("access-log.csv").lines()).hasSize(2_346);
        assertThat(files.get("data/customers.json")).contains(customer.account());
        assertThat(Customer.item(view, "access-log").affected()).containsEntry("included", 2_345L);
    }

    @Test
    void the_copy_lies_encrypted_on_disk() throws IOException {
        customer.log(3);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);

        var file = Files.readString(service.exports().resolve(view.id() + ".copy"), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("PK\u0003\u0004").doesNotContain(customer.account());
    }

    @Test
    void when_its_time_is_over_a_copy_and_its_key_are_gone() {
        customer.log(3);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);
        assertThat(view.download().expiresAt()).isBetween(view.receivedAt().plus(Duration.ofDays(7)), Instant.now().plus(Duration.ofDays(7)));

        service.jdbc().update("update task set not_before = now() where request_id = ? and kind = 'EXPIRE'", view.id());

        await().atMost(Duration.ofSeconds(15)).until(() -> customer.api().get(view.id()).download() == null);
        assertThat(service.exports().resolve(view.id() + ".copy")).doesNotExist();
        assertThat(service.jdbc().queryForList("select field from request_detail where request_id = ?", String.class, view.id())).containsExactly("account");
        assertThatThrownBy(() -> customer.api().download(view.id()))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-now"));
    }

    @Test
    void no_copy_is_made_of_a_log_the_index_does_not_hold_and_running_again_makes_it() {
        var ledger = customer.log(10);
        service.neighbours().indexed(ledger, 9);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.PARTLY_DONE);

        assertThat(Customer.item(view, "access-log").problem()).contains("is not complete in the index or in the signed log yet");
        assertThat(view.download()).isNull();
        assertThatThrownBy(() -> customer.api().download(view.id()))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-now"));

        service.neighbours().indexed(ledger, 10);
        customer.rerun(view);
        assertThat(customer.until(view.id(), RequestState.DONE).download()).isNotNull();
    }

    @Test
    void a_person_without_a_log_gets_an_empty_one() throws IOException {
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);

        assertThat(unzip(customer.api().download(view.id()).getContentAsByteArray()).get("access-log.jsonl")).isEmpty();
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
