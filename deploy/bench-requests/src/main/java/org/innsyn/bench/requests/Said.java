package org.innsyn.bench.requests;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import com.sun.management.GarbageCollectionNotificationInfo;

/** The line a program ends with: how long, how much, and what the heap held at most right after a collection. */
final class Said {

    private final AtomicLong heapBytes = new AtomicLong();

    Said() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, _) -> {
                if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                            .filter(pool -> !pool.getKey().contains("Metaspace") && !pool.getKey().contains("Code") && !pool.getKey().contains("Class"))
                            .mapToLong(pool -> pool.getValue().getUsed()).sum();
                    heapBytes.accumulateAndGet(used, Math::max);
                }
            }, null, null);
        }
    }

    void line(double seconds, long records, long bytes) {
        System.gc();
        System.out.printf(java.util.Locale.ROOT, "{\"seconds\": %.6f, \"records\": %d, \"bytes\": %d, \"heapBytes\": %d}%n", seconds, records, bytes, heapBytes.get());
    }
}
