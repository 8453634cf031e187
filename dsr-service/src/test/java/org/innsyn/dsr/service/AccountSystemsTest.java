package org.innsyn.dsr.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.dav.People;
import org.innsyn.dsr.connector.mail.Mailbox;
import org.innsyn.dsr.connector.webhook.CompanySystem;
import org.innsyn.dsr.fulfilment.Doom;
import org.innsyn.engines.DovecotEngine;
import org.innsyn.engines.RadicaleEngine;
import org.innsyn.engines.TestEngines;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Proposal;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transfer;
import org.innsyn.schemas.request.Transfers.TransferState;
import org.innsyn.schemas.request.Transfers.Transferable;
import org.innsyn.schemas.request.TransfersApi;
import org.innsyn.schemas.request.WithholdingApi;
import org.innsyn.schemas.request.Withholdings.RecordLine;
import org.innsyn.schemas.request.Withholdings.Withhold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/** A request reaches mailboxes, address books and calendars on real servers, beside the database. */
class AccountSystemsTest {

    private static final byte[] BODY = "{\"id\":\"x\",\"status\":\"completed\"}".getBytes(UTF_8);

    private static CompanySystem company;
    private static RunningService service;
    private Customer customer;

    @BeforeAll
    static void start() throws IOException {
        var dovecot = TestEngines.shared().dovecot();
        var radicale = TestEngines.shared().radicale();
        company = new CompanySystem();
        company.slow();
        Path password = Files.createTempFile(Path.of("target"), "mail-password", "");
        Files.writeString(password, dovecot.servicePassword() + "\n");
        service = new RunningService(
                "--spring.ssl.bundle.pem.mail.truststore.certificate=file:" + dovecot.certificate(),
                "--innsyn.connectors.mail.kind=imap",
                "--innsyn.connectors.mail.url=imaps://localhost:" + dovecot.tlsPort(),
                "--innsyn.connectors.mail.trust=mail",
                "--innsyn.connectors.mail.username=" + DovecotEngine.SERVICE,
                "--innsyn.connectors.mail.password-file=" + password,
                "--innsyn.connectors.mail.title.en=Mail",
                "--innsyn.connectors.mail.title.nb=E-post",
                "--innsyn.connectors.mail.object=/customers/mail",
                "--innsyn.connectors.mail.category=mail",
                "--innsyn.connectors.mail.basis=contract",
                "--innsyn.connectors.contacts.kind=carddav",
                "--innsyn.connectors.contacts.url=" + radicale.url(),
                "--innsyn.connectors.contacts.principals=/{account}/",
                "--innsyn.connectors.contacts.username=" + RadicaleEngine.SERVICE,
                "--innsyn.connectors.contacts.password=" + radicale.servicePassword(),
                "--innsyn.connectors.contacts.title.en=Contacts",
                "--innsyn.connectors.contacts.title.nb=Kontakter",
                "--innsyn.connectors.contacts.object=/customers/contacts",
                "--innsyn.connectors.contacts.category=contacts",
                "--innsyn.connectors.calendars.kind=caldav",
                "--innsyn.connectors.calendars.url=" + radicale.url(),
                "--innsyn.connectors.calendars.principals=/{account}/",
                "--innsyn.connectors.calendars.username=" + RadicaleEngine.SERVICE,
                "--innsyn.connectors.calendars.password=" + radicale.servicePassword(),
                "--innsyn.connectors.calendars.title.en=Calendars",
                "--innsyn.connectors.calendars.title.nb=Kalendere",
                "--innsyn.connectors.calendars.object=/customers/calendars",
                "--innsyn.connectors.calendars.category=calendar",
                "--innsyn.transfer.allowed=127.0.0.1:" + dovecot.port() + ",127.0.0.1:" + URI.create(radicale.url()).getPort(),
                "--innsyn.connectors.crm.kind=webhook",
                "--innsyn.connectors.crm.url=" + company.url(),
                "--innsyn.connectors.crm.password=" + CompanySystem.SECRET,
                // Nothing is done in this test unless the system calls back.
                "--innsyn.connectors.crm.pause=10m",
                "--innsyn.connectors.crm.title.en=Notes",
                "--innsyn.connectors.crm.title.nb=Notater",
                "--innsyn.connectors.crm.object=/customers/notes",
                "--innsyn.connectors.crm.category=notes");
        service.audit().answerWith(AuditAnswers::done);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
        company.close();
    }

    @BeforeEach
    void fill() throws Exception {
        customer = new Customer(service);
        company.holds(customer.account(), 2);
        var account = new Account(customer.account());
        try (var box = new Mailbox(account)) {
            box.add("INBOX", "Subject: first\r\n\r\nBl\u00e5b\u00e6r\r\n".getBytes(StandardCharsets.ISO_8859_1), Instant.EPOCH, new Flags());
            box.add("Familie.Bryllup", "Subject: second\r\n\r\nsecond\r\n".getBytes(UTF_8), Instant.EPOCH, new Flags());
        }
        var people = new People(account);
        people.addressBook("book", "&lt;script&gt;Venner");
        people.put("book/a.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a\r\nFN:A\r\nN:A;;;;\r\nEND:VCARD\r\n");
        people.calendar("cal", "../../Arbeid");
        people.put("cal/e.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:e\r\nDTSTAMP:20240101T000000Z\r\n"
                + "DTSTART:20240101T000000Z\r\nSUMMARY:E\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void a_copy_holds_mail_contacts_and_calendars_in_files_that_other_programs_read() throws IOException {
        var view = done(customer.approved(Right.ACCESS), "collect");

        assertThat(Customer.item(view, "mail").found()).isEqualTo(2);
        assertThat(Customer.item(view, "mail").affected()).containsEntry("included", 2L);
        assertThat(Customer.item(view, "contacts").affected()).containsEntry("included", 1L);
        assertThat(Customer.item(view, "calendars").affected()).containsEntry("included", 1L);
        assertThat(customer.held().mine().items()).filteredOn(item -> item.key().equals("mail")).extracting(HeldData.Item::basis).containsExactly("contract");
        var files = unzip(customer.api().download(view.id()).getContentAsByteArray());
        assertThat(files.keySet()).contains(
                "mail/messages.jsonl", "mail/inbox.mbox", "mail/inbox/1970-01-01-1.eml", "mail/familie/bryllup.mbox", "mail/familie/bryllup/1970-01-01-1.eml",
                "contacts/script-venner.vcf", "contacts/script-venner/a.vcf", "calendars/arbeid.ics", "calendars/arbeid/e.ics",
                "data/customers.csv", "crm/notes/notes.json");
        assertThat(files.get("mail/inbox/1970-01-01-1.eml")).isEqualTo("Subject: first\r\n\r\nBl\u00e5b\u00e6r\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(files.get("index.html"), UTF_8)).contains("&lt;script&gt;Venner").doesNotContain("<script>Venner").contains("Familie.Bryllup");
    }

    @Test
    void an_erasure_is_read_back_system_by_system() throws Exception {
        var view = done(customer.approved(Right.ERASURE), "erase");

        for (String system : new String[] {"mail", "contacts", "calendars", "crm"}) {
            assertThat(Customer.item(view, system).affected()).containsEntry("erased", Customer.item(view, system).found());
            assertThat(Customer.item(view, system).readBackAt()).isNotNull();
        }
        try (var box = new Mailbox(new Account(customer.account()))) {
            assertThat(box.folder("INBOX").getMessageCount()).isZero();
        }
    }

    @Test
    void while_one_system_is_down_the_others_are_done_and_later_it_alone() {
        var prepared = prepared(Right.ERASURE);
        TestEngines.shared().radicale().stop();
        customer.controller().approve(prepared.id(), new Approve(prepared.version()));
        finish("erase");

        var partly = customer.until(prepared.id(), RequestState.PARTLY_DONE);
        assertThat(Customer.item(partly, "mail").state()).isEqualTo(ItemState.DONE);
        assertThat(Customer.item(partly, "shop/messages").state()).isEqualTo(ItemState.DONE);
        assertThat(Customer.item(partly, "contacts").problem()).contains("The server contacts did not do what it was asked");
        assertThat(Customer.item(partly, "calendars").problem()).doesNotContain(customer.account());

        TestEngines.shared().radicale();
        customer.rerun(partly);
        var done = customer.until(prepared.id(), RequestState.DONE);
        assertThat(Customer.item(done, "contacts").affected()).containsEntry("erased", 1L);
        assertThat(Customer.item(done, "mail").readBackAt()).isEqualTo(Customer.item(partly, "mail").readBackAt());
    }

    @Test
    void one_system_down_one_on_hold_and_one_item_kept_by_law_say_so_in_one_receipt_and_afterwards_only_what_waited_is_done() {
        var holds = service.staff("controller", "controller", HoldsApi.class);
        var hold = holds.place(new Place(null, null, "mail", customer.account(), "legal-claims", "legal", LocalDate.now().plusMonths(6), "A claim was announced by letter."));
        var prepared = prepared(Right.ERASURE);
        TestEngines.shared().radicale().stop();
        customer.controller().approve(prepared.id(), new Approve(prepared.version()));
        finish("erase");
        var partly = customer.until(prepared.id(), RequestState.PARTLY_DONE);
        TestEngines.shared().radicale();

        assertThat(Customer.item(partly, "contacts").state()).isEqualTo(ItemState.FAILED);
        assertThat(Customer.item(partly, "mail").state()).isEqualTo(ItemState.ON_HOLD);
        var invoices = Customer.item(partly, "shop/invoices");
        assertThat(invoices.state()).isEqualTo(ItemState.DONE);
        assertThat(invoices.affected()).containsExactly(Map.entry("kept", 1L));
        assertThat(invoices.ground()).isEqualTo("bookkeeping-law");
        assertThat(invoices.keptUntil()).isEqualTo(LocalDate.of(2029, 12, 31));
        assertThat(Customer.item(partly, "shop/messages").affected()).containsExactly(Map.entry("erased", 2L));

        customer.rerun(partly);
        await().atMost(Duration.ofSeconds(30)).until(() -> Customer.item(customer.view(prepared.id()), "contacts").state() == ItemState.DONE);
        assertThat(Customer.item(customer.view(prepared.id()), "mail").state()).as("still on hold").isEqualTo(ItemState.ON_HOLD);
        holds.release(hold.id(), new Release(holds.hold(hold.id()).version(), "The claim was withdrawn."));
        var done = customer.until(prepared.id(), RequestState.DONE);
        assertThat(Customer.item(done, "mail").affected()).containsExactly(Map.entry("erased", 2L));
        for (String first : List.of("shop/messages", "shop/invoices", "crm")) {
            assertThat(Customer.item(done, first).readBackAt()).as(first + " was not done again").isEqualTo(Customer.item(partly, first).readBackAt());
        }
        assertThat(company.orders("erase").stream().filter(this::isOurs).map(order -> order.get("id").asString()).distinct()).hasSize(1);
    }

    @Test
    void killed_while_a_system_is_at_it_the_same_order_is_given_again() throws IOException, InterruptedException {
        service.stop();
        UUID request;
        try (var process = service.startInItsOwnProcess()) {
            request = customer.approved(Right.ERASURE);
            await().atMost(Duration.ofSeconds(30)).until(() -> ordered("erase") > 0);
            process.kill();
        }
        service.start();

        var view = done(request, "erase");
        assertThat(Customer.item(view, "crm").affected()).containsExactly(Map.entry("erased", 2L));
        assertThat(Customer.item(view, "mail").affected()).containsExactly(Map.entry("erased", 2L));
        assertThat(company.orders("erase").stream().filter(this::isOurs).map(order -> order.get("id").asString()).distinct()).hasSize(1);
    }

    @Test
    void a_message_and_a_contact_that_are_withheld_are_in_no_file_of_the_copy() throws IOException {
        var prepared = prepared(Right.ACCESS);
        var handler = service.staff("handler", "case-handler", WithholdingApi.class);
        for (var item : Map.of("mail", "second", "contacts", "a.vcf").entrySet()) {
            var shown = handler.contents(prepared.id(), item.getKey(), 0);
            assertThat(shown.more()).isFalse();
            // Names are what there is to see of a file: the second message lies in the folder of that name.
            var line = shown.records().stream().filter(each -> each.text().contains(item.getKey().equals("mail") ? "Bryllup" : item.getValue())).findFirst().orElseThrow();
            handler.withhold(prepared.id(), new Withhold(item.getKey(), line.record(), "rights-of-others"));
            assertThat(handler.contents(prepared.id(), item.getKey(), 0).records()).filteredOn(RecordLine::withheld).hasSize(1);
        }
        customer.controller().approve(prepared.id(), new Approve(prepared.version()));

        var view = done(prepared.id(), "collect");
        var files = unzip(customer.api().download(view.id()).getContentAsByteArray());
        files.forEach((path, content) -> assertThat(new String(content, StandardCharsets.ISO_8859_1)).as(path).doesNotContain("Subject: second").doesNotContain("FN:A"));
        assertThat(new String(files.get("mail/messages.jsonl"), UTF_8).lines()).hasSize(1);
        assertThat(new String(files.get("index.html"), UTF_8)).contains("mail: 1 record withheld.").contains("contacts: 1 record withheld.");
        assertThat(Customer.item(view, "mail").affected()).containsEntry("included", 1L);
    }

    @Test
    void a_person_takes_mail_and_contacts_straight_into_an_account_elsewhere_and_its_password_is_forgotten() throws Exception {
        var elsewhere = "elsewhere-" + UUID.randomUUID();
        TestEngines.shared().dovecot().letIn(elsewhere, "secret-word");
        TestEngines.shared().radicale().letIn(elsewhere, "secret-word");
        new People(new Account(elsewhere));
        var request = customer.approved(Right.PORTABILITY);
        var transfers = customer.api(TransfersApi.class);
        assertThat(transfers.transferable(request)).extracting(Transferable::item, Transferable::scheme)
                .contains(tuple("mail", "imaps"), tuple("contacts", "https")).doesNotContain(tuple("crm", "https"));

        transfers.startTransfer(request, new StartTransfer("mail", "imap://127.0.0.1:" + TestEngines.shared().dovecot().port(), elsewhere, "secret-word"));
        transfers.startTransfer(request, new StartTransfer("contacts", TestEngines.shared().radicale().url(), elsewhere, "secret-word"));
        await().atMost(Duration.ofSeconds(30)).until(() -> transfers.transfers(request).stream().allMatch(each -> each.state() == TransferState.DONE));

        assertThat(transfers.transfers(request)).extracting(Transfer::item, Transfer::records, Transfer::added, Transfer::different)
                .containsExactlyInAnyOrder(tuple("mail", 2L, 2L, 0L), tuple("contacts", 1L, 1L, 0L));
        assertThat(service.jdbc().queryForList("select field from request_detail where request_id = ? and field like 'transfer/%'", request)).isEmpty();
        try (var box = new Mailbox(new Account(elsewhere))) {
            assertThat(box.folder("Familie.Bryllup").getMessageCount()).isEqualTo(1);
        }
    }

    @Test
    void a_transfer_that_is_killed_at_any_milestone_comes_to_its_end_and_puts_nothing_there_twice(@TempDir Path marks) throws Exception {
        for (var place : Doom.places().stream().filter(each -> each.kind().equals("TRANSFER")).toList()) {
            var elsewhere = "elsewhere-" + UUID.randomUUID();
            TestEngines.shared().dovecot().letIn(elsewhere, "secret-word");
            var request = customer.approved(Right.PORTABILITY);
            finish("collect");
            customer.until(request, RequestState.DONE);
            service.stop();
            try (var process = service.startInItsOwnProcess(Doom.argument(marks, Map.of(place, request)))) {
                customer.api(TransfersApi.class).startTransfer(request, new StartTransfer("mail", "imap://127.0.0.1:" + TestEngines.shared().dovecot().port(), elsewhere, "secret-word"));
                assertThat(process.exitCode(Duration.ofSeconds(40))).as("killed at %s", place).isEqualTo(128 + 9);
            } finally {
                service.start();
            }

            var transfers = customer.api(TransfersApi.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> transfers.transfers(request).getFirst().state() == TransferState.DONE);
            assertThat(transfers.transfers(request)).singleElement().satisfies(each -> {
                assertThat(each.records()).isEqualTo(2);
                assertThat(each.different()).isZero();
            });
            try (var box = new Mailbox(new Account(elsewhere))) {
                assertThat(box.folder("INBOX").getMessageCount()).isEqualTo(1);
                assertThat(box.folder("Familie.Bryllup").getMessageCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void data_is_taken_nowhere_inside_the_company_and_by_nobody_else() {
        var request = customer.approved(Right.PORTABILITY);
        for (var address : List.of("imaps://127.0.0.1:993", "imap://169.254.169.254", "https://localhost/", "http://127.0.0.1/", "imaps://[::1]")) {
            assertThatThrownBy(() -> customer.api(TransfersApi.class).startTransfer(request, new StartTransfer("mail", address, "x", "y"))).as(address)
                    .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("invalid"));
        }
        assertThatThrownBy(() -> new Customer(service).api(TransfersApi.class).startTransfer(request, new StartTransfer("mail", "imaps://mail.example", "x", "y")))
                .isInstanceOfSatisfying(RestClientResponseException.class, e -> assertThat(RunningService.problem(e)).isEqualTo("not-found"));
    }

    @Test
    void a_system_that_does_not_answer_keeps_the_others_from_nothing_and_says_that_nobody_counted() {
        TestEngines.shared().radicale().stop();
        UUID id;
        try {
            id = customer.submitted(Right.ACCESS);
            var assessed = customer.until(id, RequestState.ASSESSED);
            assertThat(Customer.item(assessed, "contacts").uncounted()).isTrue();
            assertThat(Customer.item(assessed, "mail").uncounted()).isNull();
            assertThat(Customer.item(assessed, "mail").found()).isEqualTo(2);
        } finally {
            TestEngines.shared().radicale();
        }
        var proposals = customer.view(id).items().stream().map(item -> new Proposal(item.key(), item.proposal(), item.ground())).toList();
        var prepared = service.as("handler", "case-handler").prepare(id, new Prepare(customer.view(id).version(), proposals, null));
        customer.controller().approve(id, new Approve(prepared.version()));

        assertThat(Customer.item(done(id, "collect"), "contacts").affected()).as("what was not counted is given nevertheless").containsEntry("included", 1L);
    }

    @Test
    void only_the_system_itself_can_say_that_it_is_done() {
        String now = String.valueOf(Instant.now().getEpochSecond());
        String old = String.valueOf(Instant.now().minusSeconds(600).getEpochSecond());

        assertThat(callback("crm", now, CompanySystem.signature("x", now, BODY))).isEqualTo(204);
        assertThat(callback("crm", now, "v1,AAAA")).isEqualTo(401);
        assertThat(callback("crm", old, CompanySystem.signature("x", old, BODY))).isEqualTo(401);
        assertThat(callback("mail", now, CompanySystem.signature("x", now, BODY))).isEqualTo(401);
    }

    private RequestView done(UUID request, String type) {
        finish(type);
        return customer.until(request, RequestState.DONE);
    }

    /** The slow system gets its order, does it, and calls back. */
    private void finish(String type) {
        await().atMost(Duration.ofSeconds(20)).until(() -> ordered(type) > 0);
        company.finish(type);
        long before = ordered(type);
        String now = String.valueOf(Instant.now().getEpochSecond());
        // It may call before the task that asked has gone to rest, or while a worker that was killed still seems to be at it.
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            callback("crm", now, CompanySystem.signature("x", now, BODY));
            return ordered(type) > before;
        });
    }

    private long ordered(String type) {
        return company.orders(type).stream().filter(this::isOurs).count();
    }

    private boolean isOurs(JsonNode order) {
        return order.get("account").asString().equals(customer.account());
    }

    private static int callback(String system, String at, String signature) {
        return RestClient.create(service.url().resolve("/api/v1/connectors/" + system + "/callback").toString()).post()
                .header("webhook-id", "x").header("webhook-timestamp", at).header("webhook-signature", signature)
                .body(BODY)
                .exchange((_, response) -> response.getStatusCode().value());
    }

    private RequestView prepared(Right right) {
        UUID id = customer.api().submit(new Submit(right, null)).id();
        var assessed = customer.until(id, RequestState.ASSESSED);
        var proposals = assessed.items().stream()
                .map(item -> new Proposal(item.key(), item.proposal(), item.ground()))
                .toList();
        return service.as("handler", "case-handler").prepare(id, new Prepare(assessed.version(), proposals, null));
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
