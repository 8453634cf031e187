package org.innsyn.bench.shred;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.Series;

/** What the disk takes to keep 8 KiB: the least a durable decision can cost. */
record Fsyncs(Path folder) implements Contender {

    private static final int TIMES = 50;

    @Override
    public String name() {
        return "fsync";
    }

    @Override
    public Map<String, Double> run(int round) throws IOException {
        var milliseconds = new ArrayList<Double>();
        try (var file = FileChannel.open(folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < TIMES; i++) {
                long begun = System.nanoTime();
                file.write(ByteBuffer.allocate(8_192));
                file.force(true);
                milliseconds.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return Map.of("ms", new Series(milliseconds).median());
    }
}
