package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.function.Consumer;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.correction.CorrectionPart;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.lifting.LiftingPart;
import org.innsyn.ui.request.RequestWords;
import org.innsyn.ui.shell.Asking;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** What a request has beside its items, by its right: corrections field by field, what was kept out, transfers, a restriction that ends; and who else was told. */
final class RightParts {

    private static final LiftingPart.Doing NOTHING = new LiftingPart.Doing(command -> {}, command -> {}, command -> {});

    private final MyRequestServices services;
    private final Asking asking;
    private final Consumer<Runnable> correcting;
    private final Runnable transferMoved;
    private final Drafts drafts;
    private final Words words;
    private final Moments moments;
    private @Nullable TransferPart transfers;

    /**
     * @param correcting has a correction written down and shows what came of it
     * @param transferMoved told when a transfer began
     */
    RightParts(MyRequestServices services, Asking asking, Consumer<Runnable> correcting, Runnable transferMoved, Drafts drafts, Words words, Moments moments) {
        this.services = services;
        this.asking = asking;
        this.correcting = correcting;
        this.transferMoved = transferMoved;
        this.drafts = drafts;
        this.words = words;
        this.moments = moments;
    }

    /** @param fresh whether the person signed in lately */
    void addTo(Div place, RequestView request, boolean fresh) {
        if (request.right() == Right.RECTIFICATION && !request.items().isEmpty()) {
            place.add(corrections(request));
        }
        if (!isDecided(request)) {
            return;
        }
        if (request.right() == Right.ACCESS || request.right() == Right.PORTABILITY) {
            place.add(withheld(request));
        }
        if (request.right() == Right.PORTABILITY) {
            place.add(transfers(request, fresh));
        }
        if (LiftingPart.concerns(request)) {
            place.add(lifting(request));
        }
        var recipients = RecipientsTold.of(request.notices());
        if (!recipients.isEmpty()) {
            place.add(new RecipientsTold(recipients, words, moments));
        }
    }

    /** Whether something is on its way into another account. */
    boolean isTransferring() {
        return transfers != null && transfers.isRunning();
    }

    /** Shows how far a transfer is, without disturbing who types. */
    void follow() {
        if (transfers != null) {
            transfers.follow();
        }
    }

    private static boolean isDecided(RequestView request) {
        return !RequestWords.isUndecided(request.state()) && request.state() != RequestState.REFUSED && request.state() != RequestState.WITHDRAWN;
    }

    /** What has to say something else; the person may write it down themselves until somebody has prepared it. */
    private Div corrections(RequestView request) {
        var part = new Div();
        var doing = new CorrectionPart.Doing(
                command -> correcting.accept(() -> services.corrections().correct(request.id(), command)), command -> correcting.accept(() -> services.corrections().drop(request.id(), command)));
        asking.ask(part, () -> services.corrections().corrections(request.id()),
                list -> part.add(new CorrectionPart(request, list, request.state() == RequestState.ASSESSED, doing, drafts, words, moments)));
        return part;
    }

    private Div withheld(RequestView request) {
        var part = new Div();
        asking.ask(part, () -> services.copies().withheld(request.id()), parts -> {
            if (!parts.isEmpty()) {
                part.add(new WhatWasWithheld(parts, request.items(), new RequestWords(words, moments), words));
            }
        });
        return part;
    }

    /** The same part all the while, so that what was typed in it stays. */
    private TransferPart transfers(RequestView request, boolean fresh) {
        if (transfers == null) {
            transfers = new TransferPart(request.id(), services.transfers(), words, moments, transferMoved);
        }
        transfers.show(request.items(), fresh);
        return transfers;
    }

    private Div lifting(RequestView request) {
        var part = new Div();
        asking.ask(part, () -> LiftingPart.of(services.liftings(), request.id()), lifting -> part.add(new LiftingPart(request, lifting, Set.of(), NOTHING, drafts, words, moments)));
        return part;
    }
}
