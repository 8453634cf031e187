package org.innsyn.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.innsyn.engines.EnginePorts;

/**
 * Consecutive ports on 127.0.0.1: ten, and one more with mail.
 *
 * @param base the ui's; the others follow
 */
record HousePorts(int base) {

    private static final int COUNT = 9;
    private static final int COUNT_WITH_MAIL = 11;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    int ui() {
        return base;
    }

    int audit() {
        return base + 1;
    }

    int dsr() {
        return base + 2;
    }

    int signIn() {
        return base + 3;
    }

    EnginePorts engines() {
        return EnginePorts.startingAt(base + 4);
    }

    int imap() {
        return base + 9;
    }

    int dav() {
        return base + 10;
    }

    /** People's browsers and tokens know the house by this name, never by the number. */
    static String url(int port) {
        return "http://localhost:" + port;
    }

    /**
     * Says which port somebody else has, before anything is started. Waits a little: the engines of a launcher that was
     * killed are just being stopped by their guards.
     */
    void requireFree(boolean withMail) throws InterruptedException {
        int count = withMail ? COUNT_WITH_MAIL : COUNT;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Integer> taken = taken(count);
        while (!taken.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            taken = taken(count);
        }
        if (!taken.isEmpty()) {
            throw new Refusal(ExitCode.FAILED, "Nothing was started: another program listens on port "
                    + String.join(", ", taken.stream().map(String::valueOf).toList())
                    + ". Stop it, or move all ports with ./innsyn up --port N.");
        }
    }

    private List<Integer> taken(int count) {
        return IntStream.range(base, base + count).filter(port -> !isFree(port)).boxed().toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
