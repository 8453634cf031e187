package org.innsyn.schemas.hold;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.hold.HoldCommands.Place;
import org.innsyn.schemas.hold.HoldCommands.Release;
import org.innsyn.schemas.hold.HoldCommands.Review;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Legal holds (GDPR Art. 17(3)(b), (e)): while one stands it comes before every erasure; its release has what waited for it carried out.
 * Problems: {@code not-found} 404, {@code invalid} 422, {@code stale} 409, {@code not-now} 409 for a hold that is released,
 * {@code same-person} 403 for one's own data, {@code sign-in-again} 403.
 */
@HttpExchange("/api/v1/holds")
public interface HoldsApi {

    /** Roles: case-handler, controller. */
    @PostExchange
    HoldView place(@RequestBody Place command);

    /**
     * Those whose review date has come first. Roles: case-handler, controller, dpo.
     *
     * @param due only those whose review date has come
     * @param released also those that are released
     */
    @GetExchange
    List<HoldView> holds(@RequestParam(value = "due", defaultValue = "false") boolean due,
            @RequestParam(value = "released", defaultValue = "false") boolean released);

    /** One hold with its reason. Reading about a person's hold is recorded. Roles: case-handler, controller, dpo. */
    @GetExchange("/{id}")
    HoldView hold(@PathVariable("id") UUID id);

    /** Roles: case-handler, controller. */
    @PostExchange("/{id}/review")
    HoldView review(@PathVariable("id") UUID id, @RequestBody Review command);

    /** Role: controller, freshly signed in: what waited is erased. */
    @PostExchange("/{id}/release")
    HoldView release(@PathVariable("id") UUID id, @RequestBody Release command);
}
