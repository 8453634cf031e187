package org.innsyn.dsr.connector.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import org.innsyn.dsr.connector.link.Answer;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.innsyn.dsr.connector.link.GuardedHttp;
import org.innsyn.dsr.connector.link.Question;
import org.innsyn.platform.crypto.WebhookSignature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where orders are sent. Every request is signed, those that only ask too. */
public final class WebhookSystem {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GuardedHttp http;
    private final String base;
    private final WebhookSignature signature;
    private final Clock clock;

    /** @param address orders are sent there; their states and files stand below it */
    public WebhookSystem(GuardedHttp http, URI address, WebhookSignature signature, Clock clock) {
        this.http = http;
        this.base = address.toString().replaceAll("/+$", "");
        this.signature = signature;
        this.clock = clock;
    }

    /** Gives an order, or gives it again. */
    Status order(Order order) throws IOException {
        var question = Question.of("POST", URI.create(base)).with("Content-Type", "application/json").body(JSON.writeValueAsBytes(order));
        try (var answer = http.send(signed(order.id(), question))) {
            return status(order, answer);
        }
    }

    /** Copies a file of a completed collection. */
    void file(Order order, int number, OutputStream out) throws IOException {
        try (var answer = http.send(signed(order.id(), Question.of("GET", URI.create(base + "/" + order.id() + "/files/" + number))))) {
            if (answer.status() != 200) {
                throw new AnswerRefused("it answered with status " + answer.status());
            }
            answer.body().transferTo(out);
        }
    }

    private static Status status(Order order, Answer answer) throws IOException {
        if (answer.status() != 200 && answer.status() != 202) {
            throw new AnswerRefused("it answered with status " + answer.status());
        }
        try {
            var status = JSON.readValue(answer.body(), Status.class);
            if (!order.id().equals(status.id()) || status.status() == null) {
                throw new AnswerRefused("it answered about another order");
            }
            return status;
        } catch (JacksonException e) {
            throw e.getCause() instanceof AnswerRefused refused ? refused : new AnswerRefused("it answered in no JSON that is a state");
        }
    }

    private Question signed(String id, Question question) {
        var now = clock.instant();
        byte[] signed = question.body().length == 0 ? question.uri().getPath().getBytes(UTF_8) : question.body();
        return question.with("webhook-id", id)
                .with("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .with("webhook-signature", signature.sign(id, now, signed));
    }
}
