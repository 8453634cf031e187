package org.innsyn.demo.report;

import java.util.List;

/** One way of telling Innsyn. */
interface Reporter extends AutoCloseable {

    Channel channel();

    /** How many events one call takes. */
    int batchSize();

    /**
     * Sends events and waits for the answer.
     *
     * @return one word per event: what became of it
     * @throws Away when the answer is missing for any of them
     */
    List<String> send(List<Outbox.Waiting> events) throws Away, InterruptedException;

    @Override
    void close();
}
