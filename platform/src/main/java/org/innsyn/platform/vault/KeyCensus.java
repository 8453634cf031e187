package org.innsyn.platform.vault;

import java.time.Instant;
import java.util.Optional;

/**
 * How the keys stand.
 *
 * @param store where epoch keys lie
 * @param epoch the one that wraps keys now; empty before the first key
 * @param openedAt since when
 * @param closing epochs whose keys are still to be destroyed
 * @param live keys that can open something
 * @param destroyed keys that are never issued again
 * @param beyondRecoveryBefore see {@link Epochs#beyondRecoveryBefore}
 */
public record KeyCensus(
        String store, Optional<String> epoch, Optional<Instant> openedAt, long closing, long live, long destroyed, Optional<Instant> beyondRecoveryBefore) {}
