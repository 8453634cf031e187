package org.innsyn.ui.request;

import java.util.ArrayList;
import java.util.List;
import org.innsyn.schemas.request.RequestView.HistoryLine;

/**
 * The same thing happening several times in a row, told once.
 *
 * @param last the last of them
 * @param times how many there were
 */
record Repeated(HistoryLine last, long times) {

    /** Folds a history; a line with a note of its own always stands alone. */
    static List<Repeated> of(List<HistoryLine> history) {
        var folded = new ArrayList<Repeated>();
        for (var line : history) {
            if (!folded.isEmpty() && folded.getLast().goesOnWith(line)) {
                folded.add(new Repeated(line, folded.removeLast().times + 1));
            } else {
                folded.add(new Repeated(line, 1));
            }
        }
        return folded;
    }

    private boolean goesOnWith(HistoryLine line) {
        return last.event().equals(line.event()) && last.role().equals(line.role()) && last.note() == null && line.note() == null;
    }
}
