package org.innsyn.dsr.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.request.Grounds;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Party;
import org.innsyn.dsr.request.RequestCommand.AskPerson;
import org.innsyn.dsr.request.RequestCommand.ExtendRequest;
import org.innsyn.dsr.request.RequestCommand.LiftStop;
import org.innsyn.dsr.request.RequestCommand.ReopenRequest;
import org.innsyn.dsr.request.RequestCommand.StopRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DeskCommands.Acknowledge;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.DeskCommands.Ask;
import org.innsyn.schemas.request.DeskCommands.CheckIdentity;
import org.innsyn.schemas.request.DeskCommands.ConfirmCode;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.DeskCommands.Explain;
import org.innsyn.schemas.request.DeskCommands.Extend;
import org.innsyn.schemas.request.DeskCommands.GiveOpinion;
import org.innsyn.schemas.request.DeskCommands.RecordAnswer;
import org.innsyn.schemas.request.DeskCommands.RecordByHand;
import org.innsyn.schemas.request.DeskCommands.RecordWithdrawal;
import org.innsyn.schemas.request.DeskCommands.Reopen;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestView;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** The API of what staff do beside preparing and deciding. What it answers after a command is the new state, read from the events. */
@RestController
class RequestDeskController implements RequestDeskApi {

    private final Desk desk;
    private final RequestViews views;
    private final Once once;
    private final NoticeDesk mail;
    private final CodeDesk codes;
    private final Clock clock;

    RequestDeskController(Desk desk, RequestViews views, Once once, NoticeDesk mail, CodeDesk codes, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.once = once;
        this.mail = mail;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView enter(Enter command) {
        Texts.given("right", command.right());
        Texts.given("channel", command.channel());
        Texts.given("receivedAt", command.receivedAt());
        Texts.limit("message", command.message());
        if (command.channel() == Channel.PORTAL) {
            throw Texts.invalid("channel is e-mail, letter or phone: through the portal people ask themselves.");
        }
        if (command.account() == null || command.account().isBlank() || command.account().length() > 200) {
            throw Texts.invalid("account says whose data is meant, in at most 200 characters.");
        }
        var reader = Reader.current();
        var account = new Account(command.account().strip());
        var request = once.run(reader, command, () -> desk.enter(command, account, reader));
        return views.view(desk.read(request, reader), reader);
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public List<Ground> grounds() {
        return Grounds.all();
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView checkIdentity(UUID id, CheckIdentity command) {
        Texts.given("method", command.method());
        return act(id, command, (request, by) -> desk.send(new org.innsyn.dsr.request.RequestCommand.CheckIdentity(
                request, command.version(), command.method(), by, now())));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView sendCode(UUID id, Move command) {
        return act(id, command, (request, _) -> codes.send(request, command.version()));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView confirmCode(UUID id, ConfirmCode command) {
        var request = desk.find(new RequestId(id)).orElseThrow(Desk::notFound);
        codes.confirm(request.id(), command.code());
        return views.view(desk.read(request.id(), Reader.current()), Reader.current());
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView ask(UUID id, Ask command) {
        Texts.given("about", command.about());
        Texts.given("sentAt", command.sentAt());
        Texts.needed("text", command.text(), "It is the question the person was asked.");
        return act(id, command, (request, by) -> desk.send(request, command.text(), said -> new AskPerson(
                request, command.version(), command.about(), command.sentAt(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView recordAnswer(UUID id, RecordAnswer command) {
        Texts.given("arrivedAt", command.arrivedAt());
        Texts.limit("text", command.text());
        return act(id, command, (request, by) -> desk.send(request, command.text(), said -> new org.innsyn.dsr.request.RequestCommand.RecordAnswer(
                request, command.version(), command.arrivedAt(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView extend(UUID id, Extend command) {
        Texts.given("ground", command.ground());
        Texts.given("sentAt", command.sentAt());
        Texts.needed("reasons", command.reasons(), "They are what the person was told (GDPR Art. 12(3)).");
        Texts.limit("deliveryRecord", command.deliveryRecord());
        if (!command.ground().matches("[a-z][a-z-]{0,39}")) {
            throw Texts.invalid("ground is a code such as complexity.");
        }
        boolean delivered = command.deliveryRecord() != null && !command.deliveryRecord().isBlank();
        return act(id, command, (request, by) -> desk.sendWithRecord(request, command.reasons(), command.deliveryRecord(), said -> new ExtendRequest(
                request, command.version(), command.ground(), command.sentAt(), delivered, said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView announceExtension(UUID id, AnnounceExtension command) {
        Texts.given("ground", command.ground());
        Texts.needed("reasons", command.reasons(), "They are what the person is told (GDPR Art. 12(3)).");
        if (!Set.of("complexity", "number-of-requests").contains(command.ground())) {
            throw Texts.invalid("ground is complexity or number-of-requests (GDPR Art. 12(3)).");
        }
        return act(id, command, (request, by) -> mail.announceExtension(request, command, by));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView acknowledge(UUID id, UUID notice, Acknowledge command) {
        Texts.given("acknowledgedAt", command.acknowledgedAt());
        Texts.limit("text", command.text());
        return act(id, command, (request, by) -> mail.acknowledge(request, notice, command, by));
    }

    @Override
    @PreAuthorize("hasRole('dpo')")
    public RequestView giveOpinion(UUID id, GiveOpinion command) {
        Texts.given("opinion", command.opinion());
        Texts.needed("text", command.text(), "It is what the controller reads.");
        return act(id, command, (request, by) -> desk.send(request, command.text(), said -> new org.innsyn.dsr.request.RequestCommand.GiveOpinion(
                request, command.version(), command.opinion(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('dpo')")
    public RequestView stop(UUID id, Explain command) {
        Texts.needed("text", command.text(), "It says what has to change.");
        return act(id, command, (request, by) -> desk.send(request, command.text(), said -> new StopRequest(request, command.version(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('dpo')")
    public RequestView liftStop(UUID id, Explain command) {
        Texts.needed("text", command.text(), "It says what has changed.");
        return act(id, command, (request, by) -> desk.send(request, command.text(), said -> new LiftStop(request, command.version(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView recordWithdrawal(UUID id, RecordWithdrawal command) {
        if (command.channel() == null || command.channel() == Channel.PORTAL) {
            throw Texts.invalid("channel is e-mail, letter or phone: in the portal people take it back themselves.");
        }
        return act(id, command, (request, by) -> desk.send(new WithdrawRequest(request, command.version(), command.channel(), by, now())));
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView reopen(UUID id, Reopen command) {
        Texts.given("ground", command.ground());
        Texts.given("askedAt", command.askedAt());
        Texts.needed("text", command.text(), "It says what came up.");
        return act(id, command, (request, by) -> desk.reopen(request, command.text(), said -> new ReopenRequest(
                request, command.version(), command.ground(), command.askedAt(), said, by, now())));
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView recordByHand(UUID id, RecordByHand command) {
        Texts.given("item", command.item());
        Texts.needed("statement", command.statement(), "The person reads exactly what was done.");
        var affected = command.affected() == null ? Map.<String, Long>of() : command.affected();
        return act(id, command, (request, by) -> desk.send(request, command.statement(), said -> new org.innsyn.dsr.request.RequestCommand.RecordByHand(
                request, command.version(), new ItemKey(command.item()), affected, said, by, now())));
    }

    private RequestView act(UUID id, Object command, BiConsumer<RequestId, Party> action) {
        var reader = Reader.current();
        RequestHistory request = desk.find(new RequestId(id)).orElseThrow(Desk::notFound);
        once.run(reader, command, () -> {
            action.accept(request.id(), desk.partyIn(request, reader));
            return request.id();
        });
        return views.view(desk.read(request.id(), reader), reader);
    }

    private Instant now() {
        return clock.instant();
    }
}
