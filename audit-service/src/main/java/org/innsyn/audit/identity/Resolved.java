package org.innsyn.audit.identity;

import java.util.Optional;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.schemas.accesslog.HeldReason;

/** Whose ledger a reported person's entries belong to. */
public sealed interface Resolved {

    /** A person's ledger. */
    record InLedger(LedgerId ledger) implements Resolved {}

    /** A new ledger, claimed in this transaction and not opened yet. */
    record InNewLedger(LedgerId ledger) implements Resolved {}

    /** One of the controller's ledgers. */
    record Held(HeldReason reason) implements Resolved {}

    /** Why it is held, if it is. */
    default Optional<HeldReason> held() {
        return this instanceof Held held ? Optional.of(held.reason()) : Optional.empty();
    }
}
