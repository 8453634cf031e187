package org.innsyn.verifier.heads;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.note.Trust;

/** Statements that were proved one by one, held against each other: a log that tells two stories is found out. */
public final class Statements {

    private final List<ProvenStatement> proven = new ArrayList<>();
    private final Trust trust;

    /** Statements that were checked with these keys. */
    public Statements(Trust trust) {
        this.trust = trust;
    }

    /**
     * @throws Rejected when it contradicts one that was added before
     */
    public void add(ProvenStatement next) {
        for (ProvenStatement other : proven) {
            if (trust.isOneLog(other.signed(), next.signed())) {
                compare(other.statement(), next.statement());
            }
        }
        proven.add(next);
    }

    private static void compare(Statement one, Statement two) {
        boolean sameEpoch = one.heads().epoch() == two.heads().epoch();
        if (sameEpoch && !one.heads().equals(two.heads())) {
            throw new Rejected("heads", "Another statement has another tree of heads for the same epoch: the log tells two stories.");
        }
        if (!one.ledger().equals(two.ledger())) {
            if (one.slot() == two.slot()) {
                throw new Rejected("slot", "Another statement gives the same slot to another ledger.");
            }
            return;
        }
        if (one.slot() != two.slot()) {
            throw new Rejected("slot", "Another statement gives the same ledger another slot: it has two, and each can tell another story.");
        }
        boolean shrank = Long.signum(one.heads().epoch() - two.heads().epoch()) * Long.signum(one.number() - two.number()) < 0;
        if (shrank || one.number() == two.number() && !one.newest().equals(two.newest())) {
            throw new Rejected("number", "Another statement says otherwise of the same entries.");
        }
    }

    List<ProvenStatement> of(UUID ledger) {
        return proven.stream().filter(each -> each.statement().ledger().equals(ledger)).toList();
    }

    /**
     * A check of one chain of proofs against these statements.
     *
     * @param ended how many entries come before the chain's first, 0 when it begins with the log
     */
    public ChainCheck chain(long ended) {
        return new ChainCheck(this, trust, ended);
    }
}
