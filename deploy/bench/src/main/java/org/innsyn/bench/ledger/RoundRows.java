package org.innsyn.bench.ledger;

import java.util.List;

/** The rows that are copied in this round: fetched after the service's turn, used by all streams. */
final class RoundRows {

    private final int events;
    private List<RecordedRows.Part> parts = List.of();

    RoundRows(int events) {
        this.events = events;
    }

    int events() {
        return events;
    }

    List<RecordedRows.Part> parts() {
        return parts;
    }

    void are(List<RecordedRows.Part> fetched) {
        parts = fetched;
    }
}
