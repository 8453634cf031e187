package org.innsyn.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import org.innsyn.schemas.request.Ground;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.correction.CorrectionPart;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.lifting.LiftingPart;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.shell.Asking;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The items of a request, and everything its reader may do with it. What a role may not do is not there. */
final class CaseWork extends Div {

    private final RequestView request;
    private final CaseServices services;
    private final CurrentUser user;
    private final Deeds.Doing doing;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;

    /** @param lawful all grounds the service knows */
    CaseWork(RequestView request, List<Ground> lawful, CaseServices services, CurrentUser user, Deeds.Doing doing, Asking asking, Drafts drafts, Words words, Moments moments) {
        this.request = request;
        this.services = services;
        this.user = user;
        this.doing = doing;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        var requests = services.requests();
        var may = Permitted.to(user, request);
        if (may.prepare()) {
            add(new Preparation(request, lawful, drafts, words, moments, command -> doing.send(Preparation.DRAFTS, () -> requests.prepare(request.id(), command))));
        } else {
            add(new ItemList(request.items(), words, moments));
        }
        if (may.waitForAnother()) {
            var another = new Paragraph(words.say("case.same-person"));
            another.addClassName("lead");
            add(another);
        }
        if (may.decide()) {
            add(new Decision(request, drafts, words, moments, command -> doing.send("approval.", () -> requests.approve(request.id(), command)),
                    command -> doing.send(Decision.DRAFT, () -> requests.refuse(request.id(), command))));
        }
        if (may.rerun()) {
            add(new Rerun(request, words, command -> doing.send("rerun.", () -> requests.rerun(request.id(), command))));
        }
        add(new Deeds(request, Deed.possible(Set.copyOf(user.roles()), request), services.desk(), requests, services.holds(),
                (deed, command) -> doing.send(deed + ".", command), drafts, words, moments));
        ofItsRight(asking);
    }

    /** What only requests of one right have. */
    private void ofItsRight(Asking asking) {
        var part = new Div();
        if (request.right() == Right.RECTIFICATION && !request.items().isEmpty()) {
            boolean mayWrite = user.has(Roles.CASE_HANDLER) && RequestWords.isUndecided(request.state());
            asking.ask(part, () -> services.corrections().corrections(request.id()), list -> part.add(new CorrectionPart(request, list, mayWrite, correcting(), drafts, words, moments)));
            add(part);
        } else if (LiftingPart.concerns(request)) {
            asking.ask(part, () -> LiftingPart.of(services.liftings(), request.id()),
                    lifting -> part.add(new LiftingPart(request, lifting, Set.copyOf(user.roles()), lifts(), drafts, words, moments)));
            add(part);
        }
    }

    private CorrectionPart.Doing correcting() {
        var corrections = services.corrections();
        return new CorrectionPart.Doing(command -> done(CorrectionPart.DRAFT, () -> corrections.correct(request.id(), command)),
                command -> done(CorrectionPart.DRAFT, () -> corrections.drop(request.id(), command)));
    }

    private LiftingPart.Doing lifts() {
        var liftings = services.liftings();
        return new LiftingPart.Doing(command -> done("lifting.", () -> liftings.lift(request.id(), command)), command -> done("lifting-told.", () -> liftings.told(request.id(), command)),
                command -> done("lifted-by-hand.", () -> liftings.byHand(request.id(), command)));
    }

    /** Has something done that answers with another thing than the request, and shows the request as it is then. */
    private void done(String draft, Runnable command) {
        doing.send(draft, () -> {
            command.run();
            return services.requests().get(request.id());
        });
    }
}
