package org.innsyn.ui.lifting;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Liftings.Lift;
import org.innsyn.schemas.request.Liftings.LiftedByHand;
import org.innsyn.schemas.request.Liftings.LiftedItem;
import org.innsyn.schemas.request.Liftings.Lifting;
import org.innsyn.schemas.request.Liftings.LiftingState;
import org.innsyn.schemas.request.Liftings.Told;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.DeedForm;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.signin.Roles;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** How a restriction ends: decided, told, lifted item by item; and what the reader can do about it now. Nothing where it just stands and the reader cannot end it. */
public final class LiftingPart extends Section {

    private final RequestView request;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;

    /** What can be done about it: decide that it ends, record that the person was told, and that somebody lifted it. */
    public record Doing(Consumer<Lift> lift, Consumer<Told> told, Consumer<LiftedByHand> byHand) {}

    /**
     * @param lifting empty while the restriction stands
     * @param roles the reader's of those at the desk; empty for the person it is about
     */
    public LiftingPart(RequestView request, Optional<Lifting> lifting, Set<String> roles, Doing doing, Drafts drafts, Words words, Moments moments) {
        this.request = request;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        addClassName("lifting");
        lifting.ifPresent(each -> tell(each, roles.isEmpty() ? ".you" : ""));
        if (roles.contains(Roles.CONTROLLER) && lifting.map(each -> has(each, LiftingState.FAILED)).orElse(true)) {
            add(lift(doing));
        }
        if (roles.contains(Roles.CASE_HANDLER)) {
            lifting.filter(each -> each.toldAt() == null).ifPresent(each -> add(told(each, doing)));
            lifting.filter(each -> each.toldAt() != null && has(each, LiftingState.BY_HAND)).ifPresent(each -> add(byHand(each, doing)));
        }
    }

    /** Whether a request has restricted something, so that this can be shown. */
    public static boolean concerns(RequestView request) {
        return request.right() == Right.RESTRICTION && (request.state() == RequestState.DONE || request.state() == RequestState.PARTLY_DONE)
                && request.items().stream().anyMatch(item -> item.proposal() == Outcome.RESTRICT && item.state() == ItemState.DONE);
    }

    /** How a restriction ends; empty while it stands. */
    public static Optional<Lifting> of(LiftingsApi liftings, UUID request) {
        try {
            return Optional.of(liftings.lifting(request));
        } catch (ServiceProblem e) {
            if (e.kind() == ServiceProblem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean has(Lifting lifting, LiftingState state) {
        return lifting.items().stream().anyMatch(item -> item.state() == state);
    }

    /** @param whom how texts for that reader are named */
    private void tell(Lifting lifting, String whom) {
        add(new H2(words.say("lifting")), new Paragraph(words.say("lifting.decided", moments.timeAndDay(lifting.announcedAt()))));
        if (lifting.reason() != null) {
            var reason = new Paragraph(lifting.reason());
            reason.addClassNames("note", "written");
            add(reason);
        }
        add(new Paragraph(lifting.toldAt() == null ? words.say("lifting.not-told" + whom) : words.say("lifting.told" + whom, moments.timeAndDay(lifting.toldAt()))));
        var items = new UnorderedList();
        items.addClassName("items");
        lifting.items().forEach(item -> items.add(line(item)));
        add(items);
    }

    private ListItem line(LiftedItem item) {
        var line = new ListItem(new Span(words.say("lifting.item." + Words.name(item.state()), name(item.item()))));
        if (item.problem() != null) {
            var problem = new Paragraph(item.problem());
            problem.getElement().setAttribute("lang", "en");
            line.add(problem);
        }
        if (item.statement() != null) {
            var statement = new Paragraph(item.statement());
            statement.addClassName("written");
            line.add(statement);
        }
        return line;
    }

    private DeedForm lift(Doing doing) {
        var form = form("lifting");
        var reason = form.text("reason", DeedForm.SHORTEST_TEXT);
        return form.does(() -> doing.lift().accept(new Lift(request.version(), reason.getValue().strip())));
    }

    private DeedForm told(Lifting lifting, Doing doing) {
        var form = form("lifting-told");
        var at = form.moment("at", Instant.now());
        form.needs(() -> at.getValue() == null || !form.at(at).isBefore(lifting.announcedAt()));
        return form.does(() -> doing.told().accept(new Told(form.at(at))));
    }

    private DeedForm byHand(Lifting lifting, Doing doing) {
        var form = form("lifted-by-hand");
        var waiting = lifting.items().stream().filter(item -> item.state() == LiftingState.BY_HAND).map(LiftedItem::item).toList();
        var item = form.choice("item", waiting, this::name);
        var statement = form.text("statement", DeedForm.SHORTEST_TEXT);
        return form.does(() -> doing.byHand().accept(new LiftedByHand(item.getValue(), statement.getValue().strip())));
    }

    private DeedForm form(String name) {
        return new DeedForm(name, drafts, words, moments);
    }

    private String name(String item) {
        return request.items().stream().filter(each -> each.key().equals(item)).findFirst().map(requestWords::item).orElse(item);
    }
}
