package org.innsyn.audit.recovery;

import java.util.ArrayList;
import java.util.Optional;
import org.innsyn.audit.recovery.Found.Behind;
import org.innsyn.audit.recovery.Found.NoJournal;
import org.innsyn.audit.recovery.Found.Unreliable;
import org.innsyn.platform.web.Problem;

/** Why the service does not serve, and what the operator can do. */
public record Refusal(String type, String title, String detail) {

    private static final String KEPT = " Nothing is recorded, shown or signed until then; nothing was changed.";

    static Optional<Refusal> of(Found found) {
        return switch (found) {
            case Behind behind -> Optional.of(new Refusal("store-behind-journal", "The store is older than its journal",
                    what(behind) + " It was restored from a backup, it seems. Say ./innsyn recover, which shows first what it will do." + KEPT));
            case NoJournal none when none.lost() -> Optional.of(unreliable("the journal is missing"));
            case Unreliable journal -> Optional.of(unreliable(journal.how()));
            default -> Optional.empty();
        };
    }

    private static String what(Behind behind) {
        var what = new ArrayList<String>();
        if (behind.log() && behind.stored() < behind.signed()) {
            what.add("The log was signed with %,d leaves and has %,d.".formatted(behind.signed(), behind.stored()));
        } else if (behind.log()) {
            what.add("The log is another one than was signed.");
        }
        if (behind.erasures() > 0) {
            what.add("%,d erasures that were confirmed are undone.".formatted(behind.erasures()));
        }
        return String.join(" ", what);
    }

    private static Refusal unreliable(String how) {
        return new Refusal("journal-unreliable", "The journal cannot be relied on",
                "What was signed and erased cannot be told for certain: " + how + ". Put the journal's folder back as it was. If it is lost, say "
                        + "./innsyn recover --journal-lost, which closes the log and begins a new journal." + KEPT);
    }

    Problem problem() {
        return new Problem(503, type, title, detail);
    }
}
