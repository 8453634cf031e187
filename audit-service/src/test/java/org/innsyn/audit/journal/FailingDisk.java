package org.innsyn.audit.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk, but for some forces that fail after everything was written: what an error of the device looks like. */
public final class FailingDisk implements Disk {

    private final AtomicInteger failures = new AtomicInteger();

    /** Lets so many of the next forces of files fail. */
    public void failForces(int count) {
        failures.set(count);
    }

    @Override
    public Appender append(Path file, boolean isNew) throws IOException {
        var real = Disk.real().append(file, isNew);
        return new Appender() {
            @Override
            public void write(byte[] bytes) throws IOException {
                real.write(bytes);
            }

            @Override
            public void force() throws IOException {
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new IOException("Input/output error");
                }
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        Disk.real().forceFolder(folder);
    }
}
