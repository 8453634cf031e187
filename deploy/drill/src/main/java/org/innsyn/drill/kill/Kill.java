package org.innsyn.drill.kill;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.innsyn.bench.house.AuditService;

/** What is ended, with SIGKILL. */
public enum Kill {
    BOTH("PostgreSQL and the service"),
    BACKEND("one PostgreSQL process"),
    SERVICE("the service"),
    POSTGRES("all of PostgreSQL"),
    LISTENER("PostgreSQL's listener");

    private final String words;

    Kill(String words) {
        this.words = words;
    }

    /** Ends it, and returns when it is gone. */
    public void strike(AuditService service, Postgres postgres, RandomGenerator random) throws IOException, InterruptedException {
        switch (this) {
            case SERVICE -> service.kill();
            case POSTGRES -> {
                postgres.killAll();
                postgres.awaitEnd();
            }
            case LISTENER -> {
                postgres.killListener();
                postgres.awaitEnd();
            }
            case BACKEND -> postgres.killOne(random);
            case BOTH -> {
                postgres.killAll();
                service.kill();
                postgres.awaitEnd();
            }
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
