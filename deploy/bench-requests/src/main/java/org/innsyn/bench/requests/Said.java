package org.innsyn.bench.requests;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The line a program ends with: how long, how much, and what was alive at most. Only a full collection tells that, and a long program may go
 * without any for minutes, so one is asked for every few seconds; what smaller ones leave is mostly dead already.
 */
final class Said {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final AtomicLong aliveBytes = new AtomicLong();

    Said() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, _) -> {
                if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                    noteFull(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()));
                }
            }, null, null);
        }
        Thread.ofPlatform().daemon().name("full-collections").start(Said::collectNowAndThen);
    }

    private void noteFull(GarbageCollectionNotificationInfo collection) {
        if (collection.getGcAction().equals("end of major GC")) {
            long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> !pool.getKey().contains("Metaspace") && !pool.getKey().contains("Code") && !pool.getKey().contains("Class"))
                    .mapToLong(pool -> pool.getValue().getUsed()).sum();
            aliveBytes.accumulateAndGet(used, Math::max);
        }
    }

    private static void collectNowAndThen() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                System.gc();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    void line(double seconds, long records, long bytes) {
        System.gc();
        // Listeners are told a moment later; the last collection is asked directly.
        aliveBytes.accumulateAndGet(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
        System.out.printf(java.util.Locale.ROOT, "{\"seconds\": %.6f, \"records\": %d, \"bytes\": %d, \"heapBytes\": %d}%n", seconds, records, bytes, aliveBytes.get());
    }
}
