package org.innsyn.audit.operator;

import java.time.Duration;
import java.util.List;
import org.innsyn.audit.transparency.LogKeys;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.operator.LogKey;
import org.innsyn.schemas.operator.LogKeysApi;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** The log's keys, for the operator. */
@RestController
class LogKeysController implements LogKeysApi {

    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final LogKeys keys;
    private final Duration overlap;

    LogKeysController(LogKeys keys, @Value("${innsyn.log.key-overlap:30d}") Duration overlap) {
        this.keys = keys;
        this.overlap = overlap;
    }

    @Override
    public List<LogKey> all() {
        return told(keys.all());
    }

    @Override
    public List<LogKey> rotate(@Nullable Duration wanted) {
        var chosen = wanted == null ? overlap : wanted;
        if (chosen.isNegative() || chosen.compareTo(LONGEST) > 0) {
            throw new Problem(400, "bad-overlap", "The overlap cannot be used", "It is between PT0S and P3660D. No key was changed.");
        }
        return told(keys.rotate(chosen));
    }

    private static List<LogKey> told(List<LogKeys.Standing> keys) {
        return keys.stream().map(key -> new LogKey(key.number(), key.verifierKey(), key.openedAt(), key.signsUntil())).toList();
    }
}
