package org.innsyn.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Lets a processor that keeps up rest a moment after each small batch, so that the next one is larger. A batch costs a transaction, a wait
 * for the disk, and for some a request to another server, however small it is; without a rest, one event at a time pays all of it, three
 * processors beside each other.
 */
public final class Gathering implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final Duration REST = Duration.ofMillis(50);
    /** A batch of this size says that more is waiting. */
    private static final int LARGE = 250;
    private static final String KEY = Gathering.class.getName();

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
        unit.root().getOrComputeResource(KEY, none -> {
            var events = new AtomicInteger();
            unit.root().onCleanup(ended -> rest(events.get()));
            return events;
        }).incrementAndGet();
        return chain.proceed();
    }

    /** The batch has ended: no transaction is open, and nobody waits for this thread. */
    private static void rest(int events) {
        if (events < LARGE) {
            try {
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
