package org.innsyn.bench.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * One peer, named by the active profile: {@code axon-jdbc}, {@code axon-jpa}, {@code envers} or {@code javers}, each access in a
 * transaction of its own; with {@code -100} behind it, a hundred of them in one.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PeerController.class, AxonJdbc.class, AxonJpa.class, Envers.class, JaversPeer.class})
public class PeerMain {

    public static void main(String... arguments) {
        SpringApplication.run(PeerMain.class, arguments);
    }
}
