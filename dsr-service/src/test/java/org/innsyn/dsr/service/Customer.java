package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.HeldDataApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.task.Task;

/** A customer of the shop and what happens to their requests. */
final class Customer {

    private final RunningService service;
    private final String account = "customer-" + UUID.randomUUID() + "@shop.example";
    private final long id = Math.abs(account.hashCode());
    private final String sub = UUID.randomUUID().toString();

    Customer(RunningService service) {
        this.service = service;
        service.shop().addCustomer(id, account);
    }

    String account() {
        return account;
    }

    /** Their access log gets this many entries. */
    UUID log(long entries) {
        return service.neighbours().ledger(account, entries);
    }

    RequestsApi api() {
        return service.as(sub, "subject", account);
    }

    <T> T api(Class<T> api) {
        return service.api(service.neighbours().token(sub, "subject", account), api);
    }

    HeldDataApi held() {
        return service.heldBy(sub, "subject", account);
    }

    RequestsApi controller() {
        return service.as("controller", "controller");
    }

    /**
     * A request that was prepared as suggested and approved.
     *
     * @param alsoErase items for which erasure is proposed whatever was suggested
     */
    UUID approved(Right right, String... alsoErase) {
        var prepared = prepared(right, alsoErase);
        controller().approve(prepared.id(), new Approve(prepared.version()));
        return prepared.id();
    }

    /** The same, before it is approved. */
    RequestView prepared(Right right, String... alsoErase) {
        var id = submitted(right);
        var assessed = until(id, RequestState.ASSESSED);
        var proposals = assessed.items().stream().map(item -> proposal(item, List.of(alsoErase))).toList();
        return service.as("handler", "case-handler").prepare(id, new Prepare(assessed.version(), proposals, null));
    }

    /** A request for rectification in which one field is to be corrected; prepared, not approved. */
    RequestView preparedCorrection(String item, String field, String value) {
        var assessed = until(submitted(Right.RECTIFICATION), RequestState.ASSESSED);
        service.staff("handler", "case-handler", CorrectionsApi.class).correct(assessed.id(), new Correct(assessed.version(), item, field, value));
        var proposals = assessed.items().stream().map(each -> new Proposal(each.key(), each.key().equals(item) ? Outcome.CORRECT : Outcome.NOT_CONCERNED, null)).toList();
        return service.as("handler", "case-handler").prepare(assessed.id(), new Prepare(assessed.version(), proposals, null));
    }

    /** A restriction of these items alone, approved. */
    UUID approvedRestriction(String... items) {
        var assessed = until(submitted(Right.RESTRICTION), RequestState.ASSESSED);
        var proposals = assessed.items().stream()
                .map(each -> new Proposal(each.key(), List.of(items).contains(each.key()) ? Outcome.RESTRICT : Outcome.NOT_CONCERNED, null)).toList();
        var prepared = service.as("handler", "case-handler").prepare(assessed.id(), new Prepare(assessed.version(), proposals, null));
        controller().approve(prepared.id(), new Approve(prepared.version()));
        return prepared.id();
    }

    /** As a restored backup would: a support case of theirs is there again, although they were erased. */
    void bringBackACase() {
        service.shop().jdbc().update("insert into cases values (?, ?, 'login')", id * 10 + 1, id);
    }

    /** How many support cases there are. */
    long cases() {
        return service.shop().jdbc().queryForObject("select count(*) from cases where customer_id = ?", Long.class, id);
    }

    UUID submitted(Right right) {
        return api().submit(new Submit(right, null)).id();
    }

    private static Proposal proposal(RequestItem item, List<String> alsoErase) {
        return alsoErase.contains(item.key())
                ? new Proposal(item.key(), Outcome.ERASE, null)
                : new Proposal(item.key(), item.proposal(), item.ground());
    }

    void rerun(RequestView view) {
        controller().rerun(view.id(), new Move(view.version()));
    }

    RequestView until(UUID request, RequestState state) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(api().get(request).state()).isEqualTo(state));
        return api().get(request);
    }

    RequestView view(UUID request) {
        return api().get(request);
    }

    /** What the audit-service was asked for a request. */
    List<Task> asked(UUID request) {
        return service.audit().asked().stream().filter(task -> task.request().equals(request)).toList();
    }

    static RequestItem item(RequestView view, String key) {
        return view.items().stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow();
    }
}
