package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.schemas.request.RequestItem;
import org.innsyn.schemas.request.Transfers.StartTransfer;
import org.innsyn.schemas.request.Transfers.Transfer;
import org.innsyn.schemas.request.Transfers.TransferState;
import org.innsyn.schemas.request.TransfersApi;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.shell.Links;
import org.innsyn.ui.shell.Notice;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Taking data straight into an account elsewhere (GDPR Art. 20(2)): what can be, what was begun, and what came of it. */
final class TransferPart extends Div {

    private final UUID request;
    private final TransfersApi api;
    private final Words words;
    private final Moments moments;
    private final RequestWords requestWords;
    private final Runnable begun;
    private final Div told = new Div();
    private final UnorderedList done = new UnorderedList();
    private final Div forms = new Div();
    private final Map<String, TransferForm> formOf = new HashMap<>();
    private Map<String, RequestItem> items = Map.of();
    private boolean running;

    /** @param begun told when something runs that has to be followed */
    TransferPart(UUID request, TransfersApi api, Words words, Moments moments, Runnable begun) {
        this.request = request;
        this.api = api;
        this.words = words;
        this.moments = moments;
        this.requestWords = new RequestWords(words, moments);
        this.begun = begun;
        addClassName("transfers");
        done.addClassName("items");
        forms.addClassName("deeds");
    }

    /** Whether one is being carried out. */
    boolean isRunning() {
        return running;
    }

    /**
     * Asks anew what there is. What was typed stays.
     *
     * @param fresh whether they signed in lately enough to begin one
     */
    void show(List<RequestItem> ofRequest, boolean fresh) {
        items = new HashMap<>();
        ofRequest.forEach(item -> items.put(item.key(), item));
        removeAll();
        try {
            var possible = api.transferable(request);
            var transfers = api.transfers(request);
            if (possible.isEmpty() && transfers.isEmpty()) {
                return;
            }
            add(new H2(words.say("transfer")), new Paragraph(words.say("transfer.text")), told, done);
            forms.removeAll();
            possible.stream().map(each -> formOf.computeIfAbsent(each.item(), item -> new TransferForm(each, name(item), words, this::start))).forEach(forms::add);
            list(transfers);
            add(fresh ? forms : new Notice(Notice.Tone.PLAIN, words.say("problem.sign-in-again"), words.say("problem.sign-in-again.text"),
                    Links.signInAgain(words.say("shell.sign-in"))));
        } catch (ServiceProblem e) {
            add(new H2(words.say("transfer")), Notice.of(e, words, () -> show(ofRequest, fresh)));
        }
    }

    /** Looks how far they have come, and leaves alone where somebody types. A service that is away for a moment is no news. */
    void follow() {
        try {
            list(api.transfers(request));
        } catch (ServiceProblem e) {
            if (e.kind() != ServiceProblem.Kind.AWAY) {
                running = false;
                told.removeAll();
                told.add(Notice.of(e, words, told::removeAll));
            }
        }
    }

    private void list(List<Transfer> transfers) {
        running = transfers.stream().anyMatch(each -> each.state() == TransferState.RUNNING);
        done.removeAll();
        transfers.stream().map(each -> {
            var line = new ListItem(said(each));
            if (each.problem() != null) {
                var problem = new Span(" " + each.problem());
                problem.getElement().setAttribute("lang", "en");
                line.add(problem);
            }
            line.addClassName(each.state() == TransferState.DONE ? "item-done" : each.state() == TransferState.RUNNING ? "item-running" : "item-failed");
            return line;
        }).forEach(done::add);
        done.setVisible(!transfers.isEmpty());
        formOf.forEach((item, form) -> form.setVisible(transfers.stream().noneMatch(it -> it.state() == TransferState.RUNNING && it.item().equals(item))));
        if (running) {
            begun.run();
        }
    }

    private String said(Transfer transfer) {
        var key = "transfer.said." + Words.name(transfer.state());
        var at = moments.timeAndDay(transfer.finishedAt() == null ? transfer.startedAt() : transfer.finishedAt());
        return words.say(key, name(transfer.item()), transfer.records(), transfer.added(), transfer.different(), at);
    }

    private String name(String item) {
        var known = items.get(item);
        return known == null ? requestWords.item(item, item, item) : requestWords.item(known);
    }

    private void start(StartTransfer command) {
        told.removeAll();
        try {
            api.startTransfer(request, command);
            formOf.get(command.item()).forget();
            follow();
        } catch (ServiceProblem e) {
            told.add(e.kind() == ServiceProblem.Kind.INVALID
                    ? new Notice(Notice.Tone.NEEDS_YOU, words.say("transfer.invalid"), words.say("transfer.invalid.text"))
                    : Notice.of(e, words, told::removeAll));
        }
    }
}
