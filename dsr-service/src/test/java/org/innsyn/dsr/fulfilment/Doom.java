package org.innsyn.dsr.fulfilment;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.innsyn.dsr.request.RequestId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Kills the process it runs in with SIGKILL at one milestone of one request. On the class path of tests alone. */
@Configuration(proxyBeanMethods = false)
public class Doom {

    /** Says where: milestone, kind of task, and the request or "any". */
    static final String PROPERTY = "test.doom";

    /** Where a task can be killed. */
    public record Place(String milestone, String kind) {

        /** The argument that has a service killed there. */
        public String argument(Object request) {
            return "--" + PROPERTY + "=" + milestone + ":" + kind + ":" + request;
        }

        @Override
        public String toString() {
            return milestone + " of " + kind;
        }
    }

    /** All of them. */
    public static List<Place> places() {
        return Arrays.stream(Milestone.values())
                .flatMap(milestone -> milestone.kinds().stream().map(kind -> new Place(milestone.name(), kind.name())))
                .toList();
    }

    @Bean
    @Primary
    @ConditionalOnProperty(PROPERTY)
    Milestones theEnd(@Value("${" + PROPERTY + "}") String place) {
        var parts = place.split(":");
        return (milestone, kind, request) -> {
            if (milestone.name().equals(parts[0]) && kind.name().equals(parts[1]) && meant(parts[2], request)) {
                kill();
            }
        };
    }

    private static boolean meant(String said, RequestId request) {
        return said.equals("any") || said.equals(request.toString());
    }

    private static void kill() {
        try {
            new ProcessBuilder("kill", "-KILL", String.valueOf(ProcessHandle.current().pid())).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
