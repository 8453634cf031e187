package org.innsyn.dsr.connector.manual;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;

/** Where people find what they have to do, and say that they did it. */
public interface ManualWork {

    /** What came of it; empty until it is done. The first time it is asked, the task is made. */
    Optional<Answer> ask(Order order);

    /**
     * What is to be done.
     *
     * @param instructions what to do there
     * @param days within how many days
     */
    record Order(RequestId request, String system, Work work, Title instructions, int days) {}

    /**
     * What a person stated.
     *
     * @param nothingThere whether nothing was found
     * @param affected what was done, counted
     * @param statement in their words
     * @param files what they uploaded
     */
    record Answer(boolean nothingThere, Map<String, Long> affected, String statement, List<Upload> files) {

        @Override
        public String toString() {
            return "Answer[" + nothingThere + "]";
        }
    }

    /** A file that was collected. */
    interface Upload {

        /** What it is called; any text, however hostile. */
        String name();

        void copyTo(OutputStream out) throws IOException;
    }
}
