package org.innsyn.dsr.connector.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.FilesInMemory;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemResult.CarriedOut;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.crypto.WebhookSignature;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that takes its time is asked under one number until it is done, and is not taken at its word. */
class WebhookConnectorTest {

    private static final SystemProfile CRM = new SystemProfile("crm", Title.of("Notes"), "/customers/notes", "notes");
    private static final Account ANN = new Account("ann");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<Decision> ERASE = List.of(new Decision(CRM.item(), Outcome.ERASE, null));

    private CompanySystem company;

    @BeforeEach
    void start() throws IOException {
        company = new CompanySystem();
        company.holds("ann", 3);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void it_is_counted_by_asking() {
        assertThat(connector(CompanySystem.SECRET).discover(ANN, Right.ERASURE, TODAY)).extracting(holding -> holding.found()).containsExactly(3L);
    }

    @Test
    void an_erasure_is_awaited_under_one_number_and_looked_at_anew() {
        company.slow();
        var connector = connector(CompanySystem.SECRET);
        var trace = connector.trace(ANN, Trace.NONE);

        assertThatThrownBy(() -> connector.erase(trace, ERASE, TODAY)).isInstanceOfSatisfying(AnswerAwaited.class,
                e -> assertThat(e.pause()).isEqualTo(Duration.ofSeconds(7)));
        var again = connector(CompanySystem.SECRET);
        var same = again.trace(ANN, trace);
        assertThatThrownBy(() -> again.erase(same, ERASE, TODAY)).isInstanceOf(AnswerAwaited.class);
        company.finish("erase");
        var results = again.erase(again.trace(ANN, same), ERASE, TODAY);

        assertThat(results).singleElement().isInstanceOfSatisfying(CarriedOut.class, done -> assertThat(done.affected()).isEqualTo(Map.of("erased", 3L)));
        assertThat(company.orders("erase")).hasSize(3).extracting(order -> order.get("id").asString()).containsOnly(same.of("order").getFirst());
    }

    @Test
    void a_system_that_says_it_removed_what_it_still_holds_is_not_believed() {
        company.pretend();
        var connector = connector(CompanySystem.SECRET);

        assertThatThrownBy(() -> connector.erase(connector.trace(ANN, Trace.NONE), ERASE, TODAY))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining("holds 3 records after it said");
    }

    @Test
    void its_files_go_into_the_copy() {
        company.slow();
        var connector = connector(CompanySystem.SECRET);
        assertThatThrownBy(() -> connector.prepare(ANN)).isInstanceOf(AnswerAwaited.class);
        company.finish("collect");
        connector.prepare(ANN);

        var files = FilesInMemory.of(connector.open(ANN), CRM);
        assertThat(files.text("../notes/notes.json")).isEqualTo("{\"note\":\"called on Monday\"}");
        assertThat(company.orders("collect").stream().map(order -> order.get("id").asString()).distinct()).hasSize(1);
    }

    @Test
    void a_correction_is_ordered_under_one_number_and_said_to_be_done_without_a_read_back() {
        company.slow();
        var request = new RequestId(new UUID(0, 7));
        var wanted = List.of(new Correction(CRM.item(), "phone", "+47 1"), new Correction(CRM.item(), "name", "Ånn\nB"));

        assertThatThrownBy(() -> connector(CompanySystem.SECRET).rectify(request, ANN, wanted)).isInstanceOf(AnswerAwaited.class);
        assertThatThrownBy(() -> connector(CompanySystem.SECRET).rectify(request, ANN, wanted.reversed())).isInstanceOf(AnswerAwaited.class);
        company.finish("rectify");
        assertThat(connector(CompanySystem.SECRET).rectify(request, ANN, wanted))
                .containsExactly(new CarriedOut(CRM.item(), Map.of("corrected", 2L), null, null));

        assertThat(company.orders("rectify")).hasSize(3).extracting(order -> order.get("id").asString()).containsOnly(company.orders("rectify").getFirst().get("id").asString());
        assertThat(company.orders("rectify").getFirst().get("corrections").toString()).isEqualTo("{\"name\":\"Ånn\\nB\",\"phone\":\"+47 1\"}");
        assertThat(connector(CompanySystem.SECRET).rectifiable()).isEqualTo(Map.of(CRM.item(), List.of("name", "phone")));
    }

    @Test
    void a_request_with_another_secret_is_not_taken() {
        assertThatThrownBy(() -> connector("another-secret-nobody-else-knows").discover(ANN, Right.ACCESS, TODAY))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining("status 401");
    }

    private WebhookConnector connector(String secret) {
        var signature = new WebhookSignature(secret.getBytes(UTF_8));
        var system = new WebhookSystem(new GuardedHttp(company.url(), null, Limits.USUAL), company.url(), signature, Clock.systemUTC());
        return new WebhookConnector(CRM, system, new KeyedHash(new byte[32]), RandomSource.secure(), Duration.ofSeconds(7), List.of("name", "phone"), Clock.systemUTC());
    }
}
