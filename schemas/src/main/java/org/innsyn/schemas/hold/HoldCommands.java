package org.innsyn.schemas.hold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people send to place, look at again and release a hold. Each but the first carries the version it was decided on. */
public final class HoldCommands {

    private HoldCommands() {}

    /**
     * Keeps a category of everybody in a system, or an item of one person.
     *
     * @param system the system's name; of an item it is its first part, and may be left out
     * @param category which data of everybody; exactly one of this and {@code item}
     * @param item the key of the person's item ("demo/invoices")
     * @param account whose item; only with {@code item}
     * @param ground which ground of the law; those a hold can have are in the rule pack
     * @param owner the unit that answers for it, a code such as "legal"; nobody's name
     * @param reviewOn the day somebody looks at it again
     * @param reason why, 10 to 4,000 characters; kept encrypted
     */
    public record Place(
            @Nullable String system, @Nullable String category, @Nullable String item, @Nullable String account, String ground, String owner,
            LocalDate reviewOn, String reason) {
        @Override
        public String toString() {
            return "Place[" + ground + "]";
        }
    }

    /**
     * It was looked at again and is still needed.
     *
     * @param version of the hold
     * @param reviewOn the next day somebody looks at it
     * @param reason why it is still needed, 10 to 4,000 characters
     */
    public record Review(long version, LocalDate reviewOn, String reason) {
        @Override
        public String toString() {
            return "Review[" + version + "]";
        }
    }

    /**
     * It is not needed any more. What waited for it alone is carried out at once.
     *
     * @param version of the hold
     * @param reason why, 10 to 4,000 characters
     */
    public record Release(long version, String reason) {
        @Override
        public String toString() {
            return "Release[" + version + "]";
        }
    }
}
