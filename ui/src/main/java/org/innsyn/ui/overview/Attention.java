package org.innsyn.ui.overview;

import java.util.List;
import org.innsyn.schemas.request.RequestPage.Summary;

/**
 * What about the requests cannot wait.
 *
 * @param overdue open past their legal limit
 * @param soon due within a week
 * @param running open in all
 */
record Attention(long overdue, long soon, long running) {

    static final int SOON_DAYS = 7;

    /** @param requests the most urgent first, as the service lists them; as many as could be urgent */
    static Attention to(List<Summary> requests) {
        var open = requests.stream().filter(request -> !request.state().isClosed()).toList();
        long overdue = open.stream().filter(request -> request.daysLeft() < 0).count();
        long soon = open.stream().filter(request -> request.daysLeft() >= 0 && request.daysLeft() <= SOON_DAYS).count();
        return new Attention(overdue, soon, open.size());
    }

    boolean none() {
        return overdue == 0 && soon == 0;
    }
}
