package org.innsyn.audit.ledger;

/** The ledger was shredded; nothing is recorded in it any more. */
public final class LedgerIsShredded extends RuntimeException {

    LedgerIsShredded(LedgerId ledger) {
        super("ledger " + ledger + " is shredded");
    }
}
