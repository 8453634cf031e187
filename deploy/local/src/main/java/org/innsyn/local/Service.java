package org.innsyn.local;

import java.util.List;

/**
 * One Spring context of the house.
 *
 * @param name as people and {@code ./innsyn logs} know it
 * @param module its folder in the checkout
 * @param mainClass has a static {@code start(String...)} that returns something closeable
 * @param port where it listens
 * @param properties Spring properties without the dashes
 */
record Service(String name, String module, String mainClass, int port, List<String> properties) {

    String url() {
        return HousePorts.url(port);
    }

    String[] arguments() {
        return properties.stream().map(property -> "--" + property).toArray(String[]::new);
    }
}
