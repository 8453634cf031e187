package org.innsyn.ui.services;

import java.io.IOException;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes a {@link ServiceProblem} of an answer that is no success: by the problem's type (RFC 9457), else by its status. */
final class ProblemReader {

    /** Problem details are small; what is longer was not written by our services. */
    private static final int MAX_BYTES = 64 * 1024;

    private final JsonMapper json;

    ProblemReader(JsonMapper json) {
        this.json = json;
    }

    ServiceProblem read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        var type = type(response.getBody().readNBytes(MAX_BYTES));
        return new ServiceProblem(kind(type, status), "status " + status + (type == null ? "" : ", problem " + type));
    }

    private @Nullable String type(byte[] body) {
        try {
            var type = json.readTree(body).path("type").asString("");
            var name = type.replaceFirst("^.*[:/#]", "");
            return name.matches("[a-z-]{1,40}") ? name : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    static Kind kind(@Nullable String type, int status) {
        return switch (type == null ? "" : type) {
            case "reading-not-recorded" -> Kind.NOT_RECORDED;
            case "stale" -> Kind.STALE;
            case "not-now", "identity-unknown", "stopped" -> Kind.NOT_NOW;
            case "sign-in-again" -> Kind.SIGN_IN_AGAIN;
            case "same-person" -> Kind.SAME_PERSON;
            case "code-wrong" -> Kind.CODE_WRONG;
            default -> switch (status) {
                case 401 -> Kind.SIGN_IN;
                case 403 -> Kind.NOT_ALLOWED;
                case 404, 410 -> Kind.NOT_FOUND;
                case 409 -> Kind.STALE;
                case 400, 413, 422 -> Kind.INVALID;
                case 429 -> Kind.TOO_MANY;
                default -> isAway(status) ? Kind.AWAY : Kind.FAULT;
            };
        };
    }

    /** The service is there, and what it stands on is not. */
    static boolean isAway(int status) {
        return status == 502 || status == 503 || status == 504;
    }
}
