package org.innsyn.audit.capture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.innsyn.capture.Access;
import org.innsyn.capture.Actor;
import org.innsyn.capture.Capture;
import org.innsyn.capture.CaptureSettings;
import org.innsyn.capture.Operation;
import org.innsyn.capture.Subject;

/** An application in a process of its own: hands out data as fast as it can, and says which accesses it handed out. */
final class DeskProgram {

    private DeskProgram() {}

    /** {@code FOLDER ADDRESS TOKEN SOURCE ACCOUNT} */
    public static void main(String[] arguments) {
        var token = arguments[2];
        var capture = Capture.open(CaptureSettings.of(arguments[3], URI.create(arguments[1]), () -> token, Path.of(arguments[0])).withLongestRetry(Duration.ofMillis(200)));
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    say(capture.before(reading(arguments[4])).getFirst().toString());
                }
            });
        }
    }

    static Access reading(String account) {
        return Access.of(Operation.READ, "/customers/contact").to(Subject.account(account)).by(Actor.staff("agent-17").in("support/tier-1", "agent"))
                .categories("contact-details").purpose("support.case", "contract").caseReference("case-4711").build();
    }

    private static synchronized void say(String id) {
        System.out.println(id);
        System.out.flush();
    }
}
