package org.innsyn.dsr.connector.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.dsr.connector.manual.ManualWork.Upload;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;

/** Where tasks for systems behind a topic are kept, asked and answered. */
public interface TopicTasks {

    /**
     * What came of it; empty until it is answered. The task is kept the first time, and put on the topic, under the same id, every time it is asked.
     *
     * @throws org.innsyn.dsr.connector.SystemUnavailable when the broker does not take it
     */
    Optional<Told> ask(RequestId request, String system, Work work);

    /** What a system said. */
    sealed interface Told {

        /**
         * It is done, and was looked up again there.
         *
         * @param affected what was done, counted
         * @param files what it handed over
         */
        record Done(Map<String, Long> affected, List<Upload> files) implements Told {}

        /** @param problem why it could not, in plain words without personal data */
        record Failed(String problem) implements Told {}
    }
}
