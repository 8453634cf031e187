package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.innsyn.schemas.operator.RestoreChecksApi;
import org.innsyn.schemas.operator.RestoreChecksApi.RestoreCheck;
import org.innsyn.schemas.operator.RestoreChecksApi.StartRestoreCheck;
import org.innsyn.schemas.request.Receipt;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** The restore drill: a backup of a company's database brings erased people back, and the check erases them again. */
@ExtendWith(ServiceExtension.class)
class RestoreCheckTest {

    private final RunningService service;
    private final Customer customer;
    private final Customer bystander;

    RestoreCheckTest(RunningService service) {
        this.service = service;
        service.audit().answerWith(AuditAnswers::done);
        this.customer = new Customer(service);
        this.bystander = new Customer(service);
    }

    @Test
    void whom_a_restored_backup_brings_back_is_erased_again_with_a_receipt() {
        customer.log(3);
        service.shop().backUp();
        var erased = customer.until(customer.approved(Right.ERASURE), RequestState.DONE);
        assertThat(named()).isZero();
        service.shop().restore();
        assertThat(named()).as("the backup brought the person back").isEqualTo(1);

        var looked = check("shop", false);
        assertThat(looked.lines()).filteredOn(line -> line.reference().equals(erased.reference())).singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo("back"));
        assertThat(named()).as("looking changes nothing").isEqualTo(1);

        var done = check("shop", true);
        assertThat(done.lines()).filteredOn(line -> line.reference().equals(erased.reference())).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo("erased");
            assertThat(line.found()).isPositive();
        });
        assertThat(named()).isZero();
        assertThat(shop(customer, "cases")).isZero();
        assertThat(receipts(erased)).contains("shop/messages: {erased=2}").contains("shop/customers: {masked=1}");
        assertThat(receipts(erased)).noneMatch(line -> line.contains("invoices: {kept"));

        assertThat(onReceipt(erased, "shop/messages").erasedAgainAt()).isAfter(onReceipt(erased, "shop/messages").readBackAt());
        assertThat(onReceipt(erased, "shop/invoices").erasedAgainAt()).isNull();

        assertThat(check("shop", true).lines()).as("once").noneMatch(line -> line.reference().equals(erased.reference()));
        assertThat(receipts(erased)).hasSize(receipts(customer.view(erased.id())).size());
        assertThat(service.shop().jdbc().queryForObject("select count(*) from customers where account = ?", Long.class, bystander.account())).isOne();
    }

    @Test
    void only_the_operator_can_check_and_only_a_system_that_is_connected() {
        assertThatThrownBy(() -> operator().start(new StartRestoreCheck("nowhere", true)))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-found"));
        assertThatThrownBy(() -> service.staff("controller", "controller", RestoreChecksApi.class).start(new StartRestoreCheck("shop", true)))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(e.getStatusCode().value()).isEqualTo(403));
    }

    private Receipt.Item onReceipt(RequestView view, String item) {
        var signed = customer.api(ReceiptsApi.class).receipt(view.id()).lines().toList();
        return JsonMapper.builder().build().readValue(signed.get(1), Receipt.class).items().stream().filter(each -> each.item().equals(item)).findFirst().orElseThrow();
    }

    private List<String> receipts(RequestView view) {
        return customer.view(view.id()).history().stream().filter(line -> line.event().equals("ItemErasedAgain")).map(RequestView.HistoryLine::note).toList();
    }

    private RestoreCheck check(String system, boolean carryOut) {
        var id = operator().start(new StartRestoreCheck(system, carryOut)).id();
        await().atMost(Duration.ofSeconds(30)).until(() -> operator().get(id).open() == 0);
        return operator().get(id);
    }

    private RestoreChecksApi operator() {
        return service.api(service.neighbours().machine("operator"), RestoreChecksApi.class);
    }

    /** How many rows of the shop say who the person is. */
    private long named() {
        return service.shop().jdbc().queryForObject("select count(*) from customers where account = ? and name like 'Name%'", Long.class, customer.account());
    }

    private long shop(Customer whose, String table) {
        return service.shop().jdbc().queryForObject(
                "select count(*) from " + table + " t join customers c on c.id = t.customer_id where c.account = ?", Long.class, whose.account());
    }
}
