package org.innsyn.dsr.desk;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.ledger.AccessLogs;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestCommand.ApproveRequest;
import org.innsyn.dsr.request.RequestCommand.PrepareRequest;
import org.innsyn.dsr.request.RequestCommand.RecordAnswer;
import org.innsyn.dsr.request.RequestCommand.RefuseRequest;
import org.innsyn.dsr.request.RequestCommand.RerunRequest;
import org.innsyn.dsr.request.RequestCommand.WithdrawRequest;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.worklist.Worklist;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestCommands.Reply;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.innsyn.schemas.request.RequestPage;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** The API of requests. What it answers after a command is the new state, read from the events. */
@RestController
class RequestsController implements RequestsApi {

    private final Desk desk;
    private final RequestViews views;
    private final Once once;
    private final Worklist worklist;
    private final AccessLogs accessLogs;
    private final CopyCounter copies;
    private final FreshSignIn freshSignIn;
    private final Clock clock;

    RequestsController(
            Desk desk, RequestViews views, Once once, Worklist worklist, AccessLogs accessLogs, CopyCounter copies, FreshSignIn freshSignIn, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.once = once;
        this.worklist = worklist;
        this.accessLogs = accessLogs;
        this.copies = copies;
        this.freshSignIn = freshSignIn;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public RequestView submit(Submit command) {
        if (command.right() == null) {
            throw Texts.invalid("right says which right is exercised: access, erasure, rectification and so on.");
        }
        Texts.limit("message", command.message());
        if (command.right() == Right.ERASURE) {
            freshSignIn.require();
        }
        var reader = Reader.current();
        var account = reader.signedIn().account().map(Account::new)
                .orElseThrow(() -> Texts.invalid("The access token names no account, so nobody could tell whose data is meant."));
        return view(once.run(reader, command, () -> desk.submit(command, account, reader)), reader);
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public List<RequestView> mine() {
        var reader = Reader.current();
        return desk.mine(reader).stream().map(id -> view(id, reader)).toList();
    }

    @Override
    @PreAuthorize("hasAnyRole('case-handler', 'controller', 'dpo')")
    public RequestPage list(@Nullable List<RequestState> state, int page, int size) {
        if (page < 0 || size < 1 || size > 200 || (page + 1L) * size > 10_000) {
            throw Texts.invalid("page counts from 0 and size is 1 to 200; the first 10,000 requests can be paged through.");
        }
        return worklist.page(state == null ? List.of() : state, page, size);
    }

    @Override
    @PreAuthorize("hasAnyRole('subject', 'case-handler', 'controller', 'dpo')")
    public RequestView get(UUID id) {
        return view(new RequestId(id), Reader.current());
    }

    @Override
    @PreAuthorize("hasRole('case-handler')")
    public RequestView prepare(UUID id, Prepare command) {
        Texts.limit("note", command.note());
        if (command.items() == null) {
            throw Texts.invalid("items holds one proposal for every item.");
        }
        var reader = Reader.current();
        var request = existing(id);
        var decisions = command.items().stream().map(RequestsController::decision).toList();
        return view(once.run(reader, command, () -> {
            desk.send(new PrepareRequest(request.id(), command.version(), decisions, desk.partyIn(request, reader), clock.instant()), Field.NOTE, command.note());
            return request.id();
        }), reader);
    }

    private static Decision decision(org.innsyn.schemas.request.RequestCommands.Proposal proposal) {
        if (proposal.item() == null || proposal.outcome() == null) {
            throw Texts.invalid("Every proposal names an item and an outcome.");
        }
        return new Decision(new ItemKey(proposal.item()), proposal.outcome(), proposal.ground());
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView approve(UUID id, Approve command) {
        var reader = Reader.current();
        var request = existing(id);
        if (request.right() == Right.ERASURE && request.decisions().stream().anyMatch(decision -> decision.outcome() == Outcome.ERASE)) {
            freshSignIn.require();
        }
        // Where the log stands now is what the decision covers.
        var position = accessLogs.position(desk.account(request.id())).orElse(null);
        return view(once.run(reader, command, () -> {
            desk.send(new ApproveRequest(request.id(), command.version(), position, desk.partyIn(request, reader), clock.instant()));
            return request.id();
        }), reader);
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView refuse(UUID id, Refuse command) {
        Texts.needed("reason", command.reason(), "It is told to the person (GDPR Art. 12(4)).");
        var reader = Reader.current();
        var request = existing(id);
        return view(once.run(reader, command, () -> {
            desk.send(new RefuseRequest(request.id(), command.version(), command.ground(), desk.partyIn(request, reader), clock.instant()), Field.REASON,
                    command.reason());
            return request.id();
        }), reader);
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public RequestView withdraw(UUID id, Move command) {
        var reader = Reader.current();
        var request = existing(id);
        return view(once.run(reader, command, () -> {
            desk.send(new WithdrawRequest(request.id(), command.version(), Channel.PORTAL, desk.partyIn(request, reader), clock.instant()));
            return request.id();
        }), reader);
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public RequestView reply(UUID id, Reply command) {
        if (command.text() == null || command.text().isBlank()) {
            throw Texts.invalid("text is your answer.");
        }
        Texts.limit("text", command.text());
        var reader = Reader.current();
        var request = existing(id);
        if (!request.person().equals(desk.partyIn(request, reader))) {
            throw Desk.notFound();
        }
        return view(once.run(reader, command, () -> {
            var now = clock.instant();
            desk.send(request.id(), command.text(), said -> new RecordAnswer(request.id(), command.version(), now, said, request.person(), now));
            return request.id();
        }), reader);
    }

    @Override
    @PreAuthorize("hasRole('controller')")
    public RequestView rerun(UUID id, Move command) {
        var reader = Reader.current();
        var request = existing(id);
        return view(once.run(reader, command, () -> {
            desk.send(new RerunRequest(request.id(), command.version(), desk.partyIn(request, reader), clock.instant()));
            return request.id();
        }), reader);
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public Resource download(UUID id) {
        return copies.fetch(existing(id).id(), Reader.current());
    }

    private RequestHistory existing(UUID id) {
        return desk.find(new RequestId(id)).orElseThrow(Desk::notFound);
    }

    private RequestView view(RequestId id, Reader reader) {
        return views.view(desk.read(id, reader), reader);
    }
}
