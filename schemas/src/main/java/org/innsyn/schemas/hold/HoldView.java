package org.innsyn.schemas.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold. Whom it is about is not said: a list of holds can be read without reading about anybody.
 *
 * @param id its random id
 * @param system the system whose data stays
 * @param category which data of everybody there; null where it is one person's item
 * @param item which item of one person; null where it is a category of everybody
 * @param ground key of the ground ("legal-claims")
 * @param groundText the ground in plain words, with its source
 * @param owner the unit that answers for it ("legal")
 * @param reviewOn the day somebody looks whether it is still needed
 * @param reviewDue whether that day has come
 * @param placedAt since when it stands
 * @param releasedAt when it was released; null while it stands
 * @param reason why, as it was written; only where one hold is read, since it may tell about somebody
 * @param onHold references of requests that wait for it
 * @param begun references of open requests whose erasure there had begun before: a part of it may be gone
 * @param version grows with every change; sent back with a command
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldView(
        UUID id,
        String system,
        @Nullable String category,
        @Nullable String item,
        String ground,
        String groundText,
        String owner,
        LocalDate reviewOn,
        boolean reviewDue,
        Instant placedAt,
        @Nullable Instant releasedAt,
        @Nullable String reason,
        List<String> onHold,
        List<String> begun,
        long version) {}
