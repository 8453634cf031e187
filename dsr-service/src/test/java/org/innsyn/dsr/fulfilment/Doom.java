package org.innsyn.dsr.fulfilment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.innsyn.dsr.request.RequestId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Kills the process it runs in with SIGKILL at milestones of requests, each of them once: a mark outside the process says which were reached. Whoever comes to
 * one goes no further; the end comes when every worker has come to one, or a moment later. On the class path of tests alone.
 */
@Configuration(proxyBeanMethods = false)
public class Doom {

    /** Says where the marks are, and at which places: milestone, kind of task, and the request or "any". */
    static final String PROPERTY = "test.doom";

    private static final int WORKERS = 2;
    private static final long MOMENT_MILLIS = 1_500;

    /** Where a task can be killed. */
    public record Place(String milestone, String kind) {

        /** Whether a process came here and no further. */
        public boolean isReached(Path marks) {
            return Files.exists(marks.resolve(milestone + "-" + kind));
        }

        @Override
        public String toString() {
            return milestone + " of " + kind;
        }
    }

    /** The argument that has a service killed at places that none was killed at yet. @param requests which request at which place, or "any" */
    public static String argument(Path marks, Map<Place, ?> requests) {
        return "--" + PROPERTY + "=" + marks + "|"
                + requests.entrySet().stream().map(each -> each.getKey().milestone() + ":" + each.getKey().kind() + ":" + each.getValue()).collect(Collectors.joining("|"));
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
    Milestones theEnd(@Value("${" + PROPERTY + "}") String said) {
        var words = List.of(said.split("\\|"));
        var marks = Path.of(words.getFirst());
        var stopped = new AtomicInteger();
        return (milestone, kind, request) -> {
            if (words.stream().skip(1).anyMatch(each -> isMeant(each, milestone, kind, request)) && isFirst(marks.resolve(milestone + "-" + kind))) {
                if (stopped.incrementAndGet() == 1) {
                    Thread.ofVirtual().start(() -> killWhen(stopped));
                }
                while (true) {
                    LockSupport.park();
                }
            }
        };
    }

    private static boolean isMeant(String place, Milestone milestone, TaskKind kind, RequestId request) {
        var parts = place.split(":");
        return milestone.name().equals(parts[0]) && kind.name().equals(parts[1]) && (parts[2].equals("any") || parts[2].equals(request.toString()));
    }

    private static boolean isFirst(Path mark) {
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException reachedBefore) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void killWhen(AtomicInteger stopped) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
        while (stopped.get() < WORKERS && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        try {
            new ProcessBuilder("kill", "-KILL", String.valueOf(ProcessHandle.current().pid())).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
