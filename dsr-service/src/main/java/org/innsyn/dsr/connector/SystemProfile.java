package org.innsyn.dsr.connector;

import java.util.List;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.jspecify.annotations.Nullable;

/**
 * A system that is one item of a request: all of it is handed out, or erased, or none.
 *
 * @param system its name
 * @param title what people call what it holds
 * @param object where its data stands in the access control table ("/customers/mail")
 * @param category its data category, in the vocabulary of that table
 * @param basis the legal basis it is held on (GDPR Art. 6(1)), told to the person; null: nothing is told
 */
public record SystemProfile(String system, Title title, String object, String category, @Nullable String basis) {

    /** Of which no legal basis is told. */
    public SystemProfile(String system, Title title, String object, String category) {
        this(system, title, object, category, null);
    }

    public ItemKey item() {
        return new ItemKey(system);
    }

    /** What is proposed for it. */
    public Holding holding(Right right, long found) {
        return right == Right.ERASURE
                ? new Holding(item(), category, found, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null)
                : new Holding(item(), category, found, Outcome.INCLUDE, List.of(Outcome.INCLUDE, Outcome.LEAVE_OUT), null, null);
    }
}
