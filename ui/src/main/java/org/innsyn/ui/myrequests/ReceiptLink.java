package org.innsyn.ui.myrequests;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.ui.services.ServiceProblem;
import org.innsyn.ui.words.Words;

/** Fetches the signed receipt of what was done, which the person keeps. */
final class ReceiptLink extends Div {

    private static final int NOT_NOW = 503;

    ReceiptLink(RequestView request, ReceiptsApi receipts, Words words) {
        addClassName("receipt");
        var link = new Anchor(event -> fetch(event, request, receipts), words.say("my-request.receipt"));
        link.setRouterIgnore(true);
        add(link, new Paragraph(words.say("my-request.receipt.text")));
    }

    private static void fetch(DownloadEvent event, RequestView request, ReceiptsApi receipts) throws IOException {
        byte[] receipt;
        try {
            receipt = receipts.receipt(request.id()).getBytes(StandardCharsets.UTF_8);
        } catch (ServiceProblem e) {
            event.getResponse().sendError(NOT_NOW, "The receipt cannot be had now. Nothing is lost; ask again in a moment.");
            return;
        }
        event.setFileName("receipt-" + request.reference() + ".txt");
        event.setContentType("text/plain; charset=utf-8");
        event.setContentLength(receipt.length);
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(receipt);
    }
}
