package org.innsyn.audit.recovery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the database was restored, or the journal lost, under a running service. */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Comparison comparison;
    private final Gate gate;

    Watch(Comparison comparison, Gate gate) {
        this.comparison = comparison;
        this.gate = gate;
    }

    void look() {
        try {
            Refusal.of(comparison.glance()).ifPresent(gate::close);
        } catch (RuntimeException e) {
            log.warn("the store could not be held against its journal ({}); trying again", e.getClass().getSimpleName());
            log.debug("cause", e);
        }
    }
}
