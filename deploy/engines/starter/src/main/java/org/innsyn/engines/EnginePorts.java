package org.innsyn.engines;

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
        var ports = FreePorts.find(LISTENERS);
        return new EnginePorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }
}
