package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.CheckIdentity;
import org.innsyn.schemas.request.DeskCommands.ConfirmCode;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.IdentityMethod;
import org.innsyn.schemas.request.Language;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** A code to the known address shows whose request it is, and gives nothing away. */
@ExtendWith(ServiceExtension.class)
class IdentityCodesTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    private final RunningService service;
    private final Customer customer;
    private RequestView view;

    IdentityCodesTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
    }

    @BeforeEach
    void a_letter_came() {
        view = desk().enter(new Enter(Right.ACCESS, Channel.LETTER, customer.account(), Instant.now().minusSeconds(60), null, null, Language.EN));
        await().until(() -> now().state() == RequestState.ASSESSED);
        assertThat(now().legal().identity()).isNull();
    }

    @Test
    void a_code_from_the_letter_shows_whose_request_it_is_once() {
        desk().sendCode(view.id(), new Move(now().version()));
        String code = code(1);
        assertThat(give(view.reference(), code).getStatusCode().value()).isEqualTo(200);
        assertThat(now().legal().identity()).isEqualTo(IdentityMethod.ONE_TIME_CODE);
        assertThat(give(view.reference(), code).getStatusCode().value()).as("once").isEqualTo(422);
        assertThat(now().history()).filteredOn(line -> line.event().equals("IdentityChecked")).singleElement()
                .satisfies(line -> assertThat(line.role()).isEqualTo("subject"));
        for (var table : List.of("identity_code", "notice", "domain_event", "task", "request_detail")) {
            var rows = service.jdbc().queryForList("select row_to_json(t)::text from " + table + " t", String.class);
            assertThat(String.join("\n", rows)).as(table).doesNotContain("\"" + code).doesNotContain(code + "\"");
        }
    }

    @Test
    void told_on_the_phone_the_case_handler_gives_it_and_cannot_record_one_without() {
        desk().sendCode(view.id(), new Move(now().version()));
        desk().confirmCode(view.id(), new ConfirmCode(code(1)));
        assertThat(now().legal().identity()).isEqualTo(IdentityMethod.ONE_TIME_CODE);
        var byHand = catchThrowable(() -> desk().checkIdentity(view.id(), new CheckIdentity(now().version(), IdentityMethod.ONE_TIME_CODE)));
        assertThat(RunningService.problem(byHand)).isEqualTo("invalid");
    }

    @Test
    void after_five_attempts_the_right_code_is_wrong_too_and_only_the_newest_counts() {
        ask(view.reference());
        String first = code(1);
        ask(view.reference());
        String second = code(2);
        assertThat(give(view.reference(), first).getStatusCode().value()).as("an older one").isEqualTo(422);
        for (int i = 0; i < 4; i++) {
            give(view.reference(), "00000000");
        }
        assertThat(give(view.reference(), second).getStatusCode().value()).isEqualTo(422);
        assertThat(now().legal().identity()).isNull();
    }

    @Test
    void one_whose_time_is_over_is_wrong_and_there_are_three_an_hour() {
        ask(view.reference());
        String code = code(1);
        service.jdbc().update("update identity_code set expires_at = now() - interval '1 second' where request_id = ?", view.id());
        assertThat(give(view.reference(), code).getStatusCode().value()).isEqualTo(422);
        ask(view.reference());
        ask(view.reference());
        ask(view.reference());
        var other = new Customer(service);
        var last = desk().enter(new Enter(Right.ACCESS, Channel.LETTER, other.account(), Instant.now().minusSeconds(60), null, null, Language.EN));
        ask(last.reference());
        // One is sent after the other, so the four before it were seen to.
        await().atMost(Duration.ofSeconds(20)).until(() -> !service.post().to(other.account(), "code for request").isEmpty());
        assertThat(service.jdbc().queryForObject("select count(*) from identity_code where request_id = ?", Long.class, view.id())).isEqualTo(3);
        assertThat(RunningService.problem(catchThrowable(() -> desk().sendCode(view.id(), new Move(now().version()))))).isEqualTo("too-many");
    }

    @Test
    void whoever_asks_learns_nothing_about_who_there_is() {
        assertThat(ask(view.reference()).getBody()).isEqualTo(ask("R-0000-00").getBody());
        assertThat(ask(view.reference()).getStatusCode()).isEqualTo(ask("R-0000-00").getStatusCode());
        assertThat(give(view.reference(), "12345678").getBody()).isEqualTo(give("R-0000-00", "12345678").getBody());
        assertThat(give("R-0000-00", "12345678").getStatusCode().value()).isEqualTo(422);
    }

    private String code(int number) {
        await().atMost(Duration.ofSeconds(20)).until(() -> letters().size() >= number);
        var code = CODE.matcher(letters().get(number - 1).text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private List<Post.Received> letters() {
        return service.post().to(customer.account(), "code for request " + view.reference());
    }

    private ResponseEntity<String> ask(String reference) {
        return post("", Map.of("reference", reference));
    }

    private ResponseEntity<String> give(String reference, String code) {
        return post("/confirmation", Map.of("reference", reference, "code", code));
    }

    /** Nobody is signed in. */
    private ResponseEntity<String> post(String path, Map<String, String> body) {
        return RestClient.create().post().uri(service.url().resolve("/api/v1/identity-codes" + path)).contentType(MediaType.APPLICATION_JSON).body(body)
                .retrieve().onStatus(status -> true, (_, _) -> {}).toEntity(String.class);
    }

    private RequestDeskApi desk() {
        return service.desk("handler", "case-handler");
    }

    private RequestView now() {
        return service.as("handler", "case-handler").get(view.id());
    }
}
