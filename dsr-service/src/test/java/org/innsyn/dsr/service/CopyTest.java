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
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.innsyn.schemas.operator.CopyKeyStatus;
import org.innsyn.schemas.operator.CopyKeysApi;
import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.CopyLinks.CopyLink;
import org.innsyn.schemas.request.CopyLinks.MakeCopyLink;
import org.innsyn.schemas.request.CopyLinks.RedeemCopyLink;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.request.WithholdingApi;
import org.innsyn.schemas.request.Withholdings.Give;
import org.innsyn.schemas.request.Withholdings.Withhold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

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
        assertThat(service.jdbc().queryForList("select field from request_detail where request_id = ?", String.class, view.id()))
                .contains("account").doesNotContain("copy-key");
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
    void a_link_fetches_the_copy_once_and_without_signing_in() throws IOException {
        customer.log(3);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);
        var first = customer.api(CopiesApi.class).makeLink(view.id(), new MakeCopyLink(null));
        var link = customer.api(CopiesApi.class).makeLink(view.id(), new MakeCopyLink(null));

        assertThat(link.expiresAt()).isBeforeOrEqualTo(view.download().expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(link.locked()).isFalse();
        refused("not-found", () -> redeem(first)); // a later link ends it
        assertThat(redeem(link)).isEqualTo(customer.api().download(view.id()).getContentAsByteArray());
        refused("not-found", () -> redeem(link));
        refused("not-found", () -> redeem(new CopyLink("", Instant.now(), false)));
        assertThat(customer.view(view.id()).history()).filteredOn(line -> line.event().equals("CopyFetched")).hasSize(2);
        assertThat(service.jdbc().queryForList("select row_to_json(l)::text from copy_link l", String.class).toString()).doesNotContain(link.token());
    }

    @Test
    void behind_a_password_lies_the_same_copy_byte_for_byte_and_nothing_without_it() throws IOException {
        customer.log(3);
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);
        byte[] locked = redeem(customer.api(CopiesApi.class).makeLink(view.id(), new MakeCopyLink("fire blå bjørner")));

        assertThat(unlock(locked, "fire blå bjørner")).isEqualTo(customer.api().download(view.id()).getContentAsByteArray());
        assertThatThrownBy(() -> unlock(locked, "fire blå bjørne")).isInstanceOf(IOException.class);
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("index.html");
        assertThat(service.jdbc().queryForList("select field from request_detail where request_id = ?", String.class, view.id())).doesNotContain("copy-password");
    }

    private static byte[] unlock(byte[] locked, String password) throws IOException {
        try (var zip = new net.lingala.zip4j.io.inputstream.ZipInputStream(new ByteArrayInputStream(locked), password.toCharArray())) {
            var entry = zip.getNextEntry();
            assertThat(entry.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            assertThat(entry.getFileName()).matches("copy-R-.*[.]zip");
            return zip.readAllBytes();
        }
    }

    @Test
    void a_link_is_made_by_the_person_alone_freshly_signed_in_and_with_a_password_that_is_one() {
        var view = customer.until(customer.approved(Right.ACCESS), RequestState.DONE);
        var stale = service.neighbours().token("somebody", "subject", customer.account(), Instant.now().minus(Duration.ofHours(5)));

        refused("not-found", () -> new Customer(service).api(CopiesApi.class).makeLink(view.id(), new MakeCopyLink(null)));
        refused("sign-in-again", () -> service.api(stale, CopiesApi.class).makeLink(view.id(), new MakeCopyLink(null)));
        refused("invalid", () -> customer.api(CopiesApi.class).makeLink(view.id(), new MakeCopyLink("short")));
        assertThat(service.jdbc().queryForList("select 1 from copy_link where request_id = ?", view.id())).isEmpty();
    }

    @Test
    void a_case_handler_withholds_a_record_before_the_copy_is_made_and_only_then_and_on_a_ground_of_the_law() throws IOException {
        var prepared = customer.prepared(Right.ACCESS);
        var handler = service.staff("handler", "case-handler", WithholdingApi.class);
        var record = handler.contents(prepared.id(), "shop/messages", 0).records().getFirst().record();

        refused("invalid", () -> handler.withhold(prepared.id(), new Withhold("shop/messages", record, "bookkeeping-law")));
        refused("invalid", () -> handler.withhold(prepared.id(), new Withhold("access-log", record, "rights-of-others")));
        var first = handler.withhold(prepared.id(), new Withhold("shop/messages", record, "rights-of-others"));
        assertThat(first).singleElement().satisfies(each -> assertThat(each.by()).isEqualTo("handler"));
        assertThat(handler.give(prepared.id(), new Give(first.getFirst().id()))).isEmpty();
        handler.withhold(prepared.id(), new Withhold("shop/messages", record, "rights-of-others"));
        assertThat(customer.api(CopiesApi.class).withheld(prepared.id())).as("nothing is settled before the decision").isEmpty();
        customer.controller().approve(prepared.id(), new Approve(prepared.version()));

        var view = customer.until(prepared.id(), RequestState.DONE);
        assertThat(customer.api(CopiesApi.class).withheld(view.id())).singleElement().satisfies(each -> {
            assertThat(each.item()).isEqualTo("shop/messages");
            assertThat(each.records()).isEqualTo(1);
            assertThat(each.ground()).isEqualTo("rights-of-others");
        });
        refused("not-found", () -> new Customer(service).api(CopiesApi.class).withheld(view.id()));
        assertThat(Customer.item(view, "shop/messages").affected()).containsEntry("included", 1L);
        assertThat(unzip(customer.api().download(view.id()).getContentAsByteArray()).get("data/messages.json")).doesNotContain("=cmd").contains("fine");
        refused("not-now", () -> handler.contents(view.id(), "shop/messages", 0));
        refused("not-now", () -> handler.withhold(view.id(), new Withhold("shop/messages", record, "rights-of-others")));
    }

    private byte[] redeem(CopyLink link) throws IOException {
        return service.anonymous(CopiesApi.class).redeem(new RedeemCopyLink(link.token())).getContentAsByteArray();
    }

    private static void refused(String problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo(problem));
    }

    @Test
    void a_copy_is_signed_with_a_key_anyone_can_ask_for_and_a_key_that_was_followed_by_another_stays_published() throws IOException {
        var operator = service.api(service.neighbours().machine("operator"), CopyKeysApi.class);
        var first = operator.all().getFirst();
        assertThat(signer(customer, customer.until(customer.approved(Right.ACCESS), RequestState.DONE))).isEqualTo(first.verifierKey());

        var rotated = operator.rotate();
        assertThat(rotated).extracting(CopyKeyStatus::number).startsWith(first.number() + 1, first.number());
        assertThat(rotated.get(1).retiredAt()).isNotNull();
        assertThat(service.anonymous(CopiesApi.class).keys().lines()).startsWith(rotated.getFirst().verifierKey(), first.verifierKey());
        var other = new Customer(service);
        assertThat(signer(other, other.until(other.approved(Right.ACCESS), RequestState.DONE))).isEqualTo(rotated.getFirst().verifierKey());
        assertThat(service.keys().resolve("copies-%06d.key".formatted(first.number()))).doesNotExist();
    }

    private static String signer(Customer customer, RequestView view) throws IOException {
        var files = unzip(customer.api().download(view.id()).getContentAsByteArray());
        var key = JsonMapper.shared().readTree(files.get("manifest.json")).get("copyKey").asString();
        assertThat(files.get("manifest.json.note")).contains(view.id().toString(), "\n— " + key.substring(0, key.indexOf('+')) + " ");
        return key;
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
