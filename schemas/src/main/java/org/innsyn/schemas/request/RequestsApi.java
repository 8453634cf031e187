package org.innsyn.schemas.request;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.RequestCommands.Approve;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.innsyn.schemas.request.RequestCommands.Prepare;
import org.innsyn.schemas.request.RequestCommands.Refuse;
import org.innsyn.schemas.request.RequestCommands.Reply;
import org.innsyn.schemas.request.RequestCommands.Submit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Data subjects' requests. Problems: {@code not-found} 404 (also for somebody else's request), {@code stale} 409 when the version is not
 * the newest, {@code not-now} 409 when the state does not allow it, {@code same-person} 403 when one person would prepare and decide,
 * {@code identity-unknown} and {@code stopped} 409 as in {@link RequestDeskApi}, {@code sign-in-again} 403 when an
 * erasure or a download needs a fresh sign-in, {@code invalid} 422 with the item or field that is wrong.
 *
 * <p>Every request is answered with its version as {@code ETag}; a command with {@code If-Match} is refused as {@code stale} 412 when it names another.
 * A command with an {@code Idempotency-Key} header is carried out once however often it is sent within two days.
 */
@HttpExchange("/api/v1/requests")
public interface RequestsApi {

    /** Role: subject, freshly signed in for an erasure. An open request of the same right is returned instead of a second one. */
    @PostExchange
    RequestView submit(@RequestBody Submit command);

    /** The signed-in customer's own, newest first. Role: subject. */
    @GetExchange("/mine")
    List<RequestView> mine();

    /**
     * Roles: case-handler, controller, dpo.
     *
     * @param state only these states; none means all
     * @param page from 0
     * @param size 1 to 200
     */
    @GetExchange
    RequestPage list(
            @RequestParam(value = "state", required = false) @Nullable List<RequestState> state,
            @RequestParam(value = "page", defaultValue = "0") int page,
            @RequestParam(value = "size", defaultValue = "50") int size);

    /** Roles: the subject it belongs to, case-handler, controller, dpo. Staff reading it is recorded as an access. */
    @GetExchange("/{id}")
    RequestView get(@PathVariable("id") UUID id);

    /** Role: case-handler. Proposes; can be repeated until the controller decides. */
    @PostExchange("/{id}/preparation")
    RequestView prepare(@PathVariable("id") UUID id, @RequestBody Prepare command);

    /** Role: controller, and not the one who prepared it. */
    @PostExchange("/{id}/approval")
    RequestView approve(@PathVariable("id") UUID id, @RequestBody Approve command);

    /** Role: controller. */
    @PostExchange("/{id}/refusal")
    RequestView refuse(@PathVariable("id") UUID id, @RequestBody Refuse command);

    /** Role: subject. Before a decision only. */
    @PostExchange("/{id}/withdrawal")
    RequestView withdraw(@PathVariable("id") UUID id, @RequestBody Move command);

    /** Role: subject. Answers what the desk asked; it arrives now, and the clock goes on. */
    @PostExchange("/{id}/reply")
    RequestView reply(@PathVariable("id") UUID id, @RequestBody Reply command);

    /** Role: controller. Runs again what failed, and only that. */
    @PostExchange("/{id}/rerun")
    RequestView rerun(@PathVariable("id") UUID id, @RequestBody Move command);

    /** The package, a ZIP. Role: the subject it belongs to. By POST so that no link in a log or history fetches it. */
    @PostExchange(url = "/{id}/download", accept = "application/zip")
    Resource download(@PathVariable("id") UUID id);
}
