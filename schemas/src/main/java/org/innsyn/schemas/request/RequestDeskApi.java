package org.innsyn.schemas.request;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.DeskCommands.Acknowledge;
import org.innsyn.schemas.request.DeskCommands.AnnounceExtension;
import org.innsyn.schemas.request.DeskCommands.Ask;
import org.innsyn.schemas.request.DeskCommands.CheckIdentity;
import org.innsyn.schemas.request.DeskCommands.ConfirmCode;
import org.innsyn.schemas.request.DeskCommands.Enter;
import org.innsyn.schemas.request.DeskCommands.Explain;
import org.innsyn.schemas.request.DeskCommands.Extend;
import org.innsyn.schemas.request.DeskCommands.GiveOpinion;
import org.innsyn.schemas.request.DeskCommands.RecordAnswer;
import org.innsyn.schemas.request.DeskCommands.RecordByHand;
import org.innsyn.schemas.request.DeskCommands.RecordWithdrawal;
import org.innsyn.schemas.request.DeskCommands.Reopen;
import org.innsyn.schemas.request.RequestCommands.Move;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What staff do with a request beside preparing and deciding it. Problems are those of {@link RequestsApi}; and {@code identity-unknown} 409
 * when it was not made sure who asks, {@code stopped} 409 while the data protection officer's stop stands, {@code key-reused} 422 when an
 * idempotency key comes with another command.
 */
@HttpExchange("/api/v1/requests")
public interface RequestDeskApi {

    /**
     * Role: case-handler. Records a request that came by e-mail, letter or phone. Where one of the same right is open for the same account, it is joined to
     * that one, and the earlier receipt counts.
     */
    @PostExchange("/entries")
    RequestView enter(@RequestBody Enter command);

    /** The grounds there are. Roles: case-handler, controller, dpo. */
    @GetExchange("/grounds")
    List<Ground> grounds();

    /** Role: case-handler. */
    @PostExchange("/{id}/identity")
    RequestView checkIdentity(@PathVariable("id") UUID id, @RequestBody CheckIdentity command);

    /**
     * Role: case-handler. Sends a one-time code to the address that was known before; three an hour. Problem {@code too-many} 429.
     */
    @PostExchange("/{id}/identity/codes")
    RequestView sendCode(@PathVariable("id") UUID id, @RequestBody Move command);

    /** Role: case-handler, for a person who tells the code. Problem {@code code-wrong} 422, whatever is wrong with it. */
    @PostExchange("/{id}/identity/codes/confirmation")
    RequestView confirmCode(@PathVariable("id") UUID id, @RequestBody ConfirmCode command);

    /** Role: case-handler. The clock stands still from then on, if it was asked without undue delay. */
    @PostExchange("/{id}/questions")
    RequestView ask(@PathVariable("id") UUID id, @RequestBody Ask command);

    /** Role: case-handler. The clock goes on. */
    @PostExchange("/{id}/answers")
    RequestView recordAnswer(@PathVariable("id") UUID id, @RequestBody RecordAnswer command);

    /** Role: controller. Also one that has no effect is recorded, with the reason why. */
    @PostExchange("/{id}/extension")
    RequestView extend(@PathVariable("id") UUID id, @RequestBody Extend command);

    /**
     * Role: controller. Sends the notice of an extension to the person's known address. It has its effect when a mail server has it, if that is inside the
     * first month; whether it has shows in the request's notices and history.
     */
    @PostExchange("/{id}/extension/notice")
    RequestView announceExtension(@PathVariable("id") UUID id, @RequestBody AnnounceExtension command);

    /** Role: case-handler. For notices to recipients (GDPR Art. 19). Saying it twice changes nothing. */
    @PostExchange("/{id}/notices/{notice}/acknowledgement")
    RequestView acknowledge(@PathVariable("id") UUID id, @PathVariable("notice") UUID notice, @RequestBody Acknowledge command);

    /** Role: dpo. */
    @PostExchange("/{id}/opinions")
    RequestView giveOpinion(@PathVariable("id") UUID id, @RequestBody GiveOpinion command);

    /** Role: dpo. Nothing is approved while the stop stands; the clock goes on. */
    @PostExchange("/{id}/stop")
    RequestView stop(@PathVariable("id") UUID id, @RequestBody Explain command);

    /** Role: dpo. */
    @PostExchange("/{id}/stop/lifting")
    RequestView liftStop(@PathVariable("id") UUID id, @RequestBody Explain command);

    /** Role: case-handler. For the person who said so by another way than the portal. */
    @PostExchange("/{id}/withdrawal-record")
    RequestView recordWithdrawal(@PathVariable("id") UUID id, @RequestBody RecordWithdrawal command);

    /** Role: controller. What is held is looked up anew. */
    @PostExchange("/{id}/reopening")
    RequestView reopen(@PathVariable("id") UUID id, @RequestBody Reopen command);

    /** Role: case-handler. For an item no machine carries out, or that a machine could not. */
    @PostExchange("/{id}/hand-records")
    RequestView recordByHand(@PathVariable("id") UUID id, @RequestBody RecordByHand command);
}
