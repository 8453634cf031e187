package org.innsyn.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports on 127.0.0.1, one for each listener of the engines. */
public record EnginePorts(
        int postgres, int kafka, int kafkaController, int elasticsearch, int elasticsearchTransport) {

    private static final int LISTENERS = 5;

    /** Five consecutive ports from {@code first} on, in the order of the components. */
    public static EnginePorts startingAt(int first) {
        return new EnginePorts(first, first + 1, first + 2, first + 3, first + 4);
    }

    /** Ports nobody listens on now; another process may take one before the engine does, and the start then fails. */
    public static EnginePorts free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < LISTENERS; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            return new EnginePorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
        } catch (IOException problem) {
            throw new UncheckedIOException("no free port on the loopback interface", problem);
        } finally {
            held.forEach(EnginePorts::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
