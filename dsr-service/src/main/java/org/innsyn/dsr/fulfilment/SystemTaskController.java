package org.innsyn.dsr.fulfilment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.innsyn.dsr.connector.webhook.Callbacks;
import org.innsyn.dsr.correction.Corrections;
import org.innsyn.dsr.manual.SystemTasks;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.Field;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.schemas.manual.ManualCommands.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must not lie on a topic: whom a task is about, and the files that are handed over. Signed as webhooks are, and answered only to the system
 * whose task it is, while it is open.
 */
@RestController
class SystemTaskController {

    private static final int LONGEST_QUESTION = 4_096;
    private static final int LONGEST_NAME = 200;
    /** 10 MiB in base64, and what stands around it. */
    private static final int LONGEST_FILE = 14 << 20;

    private final Callbacks callbacks;
    private final SystemTasks tasks;
    private final RequestVault vault;
    private final Corrections corrections;
    private final JsonMapper json;
    private final Clock clock;

    SystemTaskController(Callbacks callbacks, SystemTasks tasks, RequestVault vault, Corrections corrections, JsonMapper json, Clock clock) {
        this.callbacks = callbacks;
        this.tasks = tasks;
        this.vault = vault;
        this.corrections = corrections;
        this.json = json;
        this.clock = clock;
    }

    /** 200 with the account and, for a task of rectifying, what each field has to say; 401 for whoever is not that system, 404 for a task that is not its own or not open. */
    @PostMapping("/api/v1/connectors/{system}/tasks/{task}")
    ResponseEntity<Map<String, Object>> subject(
            @PathVariable String system,
            @PathVariable String task,
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") long epochSecond,
            @RequestHeader("webhook-signature") String signature,
            HttpServletRequest request)
            throws IOException {
        // The body names the task, so that a signature for one says nothing about another.
        var body = signed(system, id, epochSecond, signature, request, LONGEST_QUESTION);
        if (body.isEmpty() || !names(body.get(), task)) {
            return ResponseEntity.status(401).build();
        }
        return uuid(task).flatMap(known -> tasks.requestOf(system, known).flatMap(found -> vault.text(found, Field.ACCOUNT).map(account -> told(system, known, found, account))))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Map<String, Object> told(String system, UUID task, RequestId request, String account) {
        if (!tasks.isRectifying(system, task)) {
            return Map.of("account", account);
        }
        var values = new TreeMap<String, String>();
        corrections.decided(request, List.of(new ItemKey(system))).forEach(correction -> values.put(correction.field(), correction.value()));
        return Map.of("account", account, "corrections", values);
    }

    /** 204 when the file is kept; 401 and 404 as above, 422 for one that is too large or has no name. */
    @PostMapping("/api/v1/connectors/{system}/tasks/{task}/files")
    ResponseEntity<Void> file(
            @PathVariable String system,
            @PathVariable String task,
            @RequestHeader("webhook-id") String id,
            @RequestHeader("webhook-timestamp") long epochSecond,
            @RequestHeader("webhook-signature") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = signed(system, id, epochSecond, signature, request, LONGEST_FILE);
        if (body.isEmpty()) {
            return ResponseEntity.status(401).build();
        }
        var file = upload(body.get());
        if (file == null || file.name() == null || file.name().isBlank() || file.name().length() > LONGEST_NAME || file.content() == null) {
            return ResponseEntity.unprocessableContent().build();
        }
        boolean kept = uuid(task).filter(known -> tasks.handOver(system, known, file.name(), file.content())).isPresent();
        return kept ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
    }

    private Optional<byte[]> signed(String system, String id, long epochSecond, String signature, HttpServletRequest request, int longest) throws IOException {
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        return body.length <= longest && callbacks.isFrom(system, id, epochSecond, body, signature, clock.instant()) ? Optional.of(body) : Optional.empty();
    }

    private boolean names(byte[] body, String task) {
        try {
            return task.equals(json.readTree(body).path("taskId").asString(""));
        } catch (JacksonException e) {
            return false;
        }
    }

    private @Nullable Upload upload(byte[] body) {
        try {
            return json.readValue(body, Upload.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
