package org.innsyn.dsr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.client.HttpClientErrorException;

/** What is held about somebody, told to them before they ask for anything. */
@ExtendWith(ServiceExtension.class)
class HeldDataTest {

    private final RunningService service;
    private final Customer customer;

    HeldDataTest(RunningService service) {
        this.service = service;
        this.customer = new Customer(service);
    }

    @Test
    void everybody_reads_what_is_held_of_them_with_what_would_stay_and_why() {
        customer.log(3);
        var held = customer.held().mine();

        assertThat(item(held, "shop/customers")).satisfies(item -> {
            assertThat(item.found()).isEqualTo(1);
            assertThat(item.erasure()).isEqualTo(Outcome.ERASE);
            assertThat(item.basis()).isEqualTo("contract");
        });
        assertThat(item(held, "shop/invoices")).satisfies(item -> {
            assertThat(item.erasure()).isEqualTo(Outcome.KEEP);
            assertThat(item.ground()).isEqualTo("bookkeeping-law");
            assertThat(item.groundText()).contains("GDPR Art. 17(3)(b)");
            assertThat(item.keptUntil()).isAfter(LocalDate.now());
        });
        assertThat(item(held, "access-log").found()).isEqualTo(3);
        assertThat(held.silent()).isEmpty();
        assertThat(held.answerBy()).as("as for a request sent now").isEqualTo(customer.api().submit(new Submit(Right.ACCESS, null)).due().limit());
    }

    @Test
    void it_is_nobody_elses() {
        assertThat(new Customer(service).held().mine().items()).noneMatch(item -> item.key().equals("access-log") && item.found() > 0);
        assertThat(catchThrowable(() -> service.heldBy("handler", "case-handler", null).mine())).isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThat(catchThrowable(() -> service.heldBy("somebody", "subject", null).mine())).isInstanceOf(HttpClientErrorException.class);
    }

    private static HeldData.Item item(HeldData held, String key) {
        return held.items().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
}
