package org.innsyn.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on 127.0.0.1 that nobody listens on now. They lie below those that systems give to outgoing connections (from 32768 on Linux, 49152 by RFC 6335): one of
 * those can be taken again before a server comes to listen on it, by whoever connects to anything.
 */
public final class FreePorts {

    private static final int FIRST = 10_000;
    private static final int END = 32_768;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /** @throws IllegalStateException when there is none */
    public static int one() {
        return find(1).getFirst();
    }

    /** @throws IllegalStateException when there are not so many */
    public static List<Integer> find(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int tried = 0; held.size() < count; tried++) {
                if (tried == ATTEMPTS) {
                    throw new IllegalStateException("of " + ATTEMPTS + " ports on the loopback interface only " + held.size() + " are free");
                }
                hold(held, ThreadLocalRandom.current().nextInt(FIRST, END));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    private static void hold(List<ServerSocket> held, int port) {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            // The next one.
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a port that was tried could not be given back", e);
        }
    }
}
