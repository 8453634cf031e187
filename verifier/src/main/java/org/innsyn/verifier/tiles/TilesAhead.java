package org.innsyn.verifier.tiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.tree.TreeHasher;

/**
 * Reads and hashes the tiles of the lowest level on all processors, a stated number of runs ahead of whoever takes them in order. What is
 * wrong is told when its turn comes, so the first that is wrong is the one that is named.
 */
final class TilesAhead implements AutoCloseable {

    private static final int RUN = 16;
    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());
    private static final int RUNS_AHEAD = 2 * THREADS;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "tiles");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<List<HashedTile>>> ahead = new ArrayDeque<>();
    private final TileReader reader;
    private final long size;
    private long begun;

    /** @param size how many entries there are */
    TilesAhead(TileReader reader, long size) {
        this.reader = reader;
        this.size = size;
    }

    /** The next tiles; empty after the last one. */
    List<HashedTile> next() {
        while (ahead.size() < RUNS_AHEAD && begun * TilePath.FULL < size) {
            long from = begun;
            begun += RUN;
            ahead.add(threads.submit(() -> run(from)));
        }
        return ahead.isEmpty() ? List.of() : result(ahead.remove());
    }

    private List<HashedTile> run(long from) {
        var hasher = new TreeHasher();
        var tiles = new ArrayList<HashedTile>(RUN);
        for (long tile = from; tile < from + RUN && tile * TilePath.FULL < size; tile++) {
            tiles.add(HashedTile.of(reader, hasher, tile, (int) Math.min(TilePath.FULL, size - tile * TilePath.FULL)));
        }
        return tiles;
    }

    private static List<HashedTile> result(Future<List<HashedTile>> run) {
        try {
            return run.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unusable("The check was stopped before its end. Nothing is known about the log.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
