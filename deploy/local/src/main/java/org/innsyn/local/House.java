package org.innsyn.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.innsyn.engines.Engine;
import org.innsyn.engines.Engines;
import org.innsyn.engines.EnginesConfiguration;
import org.innsyn.local.HouseState.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs: engines first, then what stands on them; stopped the other way round. */
final class House implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final int DEMO_SUBJECTS = 4;

    private final HomeFolder home;
    private final Path checkout;
    private final HousePorts ports;
    private final Board board;
    private final Deque<RunningService> running = new ArrayDeque<>();
    private final Supervisor supervisor;
    private final boolean withMail;
    private volatile @Nullable Engines engines;
    private volatile @Nullable MailServers mail;

    private record RunningService(Service service, Closeable context) {}

    House(HomeFolder home, Path checkout, HousePorts ports, Board board, boolean withMail) {
        this.home = home;
        this.checkout = checkout;
        this.ports = ports;
        this.board = board;
        this.withMail = withMail;
        this.supervisor = new Supervisor(this::engine, board);
    }

    /** Returns when everything answers. */
    SignInDirectory start() throws SQLException, InterruptedException {
        Engines started = startEngines();
        MailServers mailServers = startMail();
        Secrets secrets = new Secrets(home);
        Databases databases = new Databases(started.postgres(), secrets);
        DemoSeed demo = new DemoSeed(home, checkout);

        databases.create();
        Topics.create(started.kafka().bootstrapServers());
        demo.tell(ports, started, mailServers, databases, secrets);
        board.say("  demo company: customers");
        demo.prepareDatabase();
        if (mailServers != null) {
            board.say("  demo company: mail, contacts and calendars");
            demo.fillMailboxes();
        }
        databases.letConnectorIn();
        SignInDirectory directory = SignInDirectory.write(
                home, secrets, databases.firstCustomers(DEMO_SUBJECTS), HousePorts.url(ports.ui()));
        for (Service service : new Services(home, checkout, ports, started, mailServers, databases, secrets).all()) {
            start(service);
            if (service.name().equals(Services.AUDIT)) {
                RefusedStore.check(service);
            }
        }
        board.say("  demo company: identifiers");
        demo.introduceCustomers();
        board.house(Phase.RUNNING);
        return directory;
    }

    private Engines startEngines() {
        board.say("  PostgreSQL, Kafka, Elasticsearch");
        EnginesConfiguration configuration = EnginesConfiguration.of(home.folder("engines"), checkout, ports.engines());
        Engines created = Engines.start(configuration, supervisor::ended);
        engines = created;
        for (Engine engine : created.all()) {
            board.announce(engine);
            board.engine(engine.name(), Phase.RUNNING);
        }
        return created;
    }

    private @Nullable MailServers startMail() {
        if (!withMail) {
            return null;
        }
        board.say("  Dovecot, Radicale");
        MailServers created = MailServers.start(home, ports, supervisor::ended);
        mail = created;
        for (Engine engine : created.all()) {
            board.announce(engine);
            board.engine(engine.name(), Phase.RUNNING);
        }
        return created;
    }

    private void start(Service service) {
        board.say("  " + service.name());
        board.announce(service, home.log(service.name()).toString());
        try {
            Object context = new ModuleClassPath(checkout, service.module()).call(service.mainClass(), "start", service.arguments());
            running.push(new RunningService(service, (Closeable) context));
            board.service(service, Phase.RUNNING);
        } catch (RuntimeException problem) {
            board.service(service, Phase.FAILED);
            LOG.error("{} did not start", service.name(), problem);
            throw new Refusal(ExitCode.FAILED, service.name() + " did not start: " + problem.getMessage()
                    + "\nEverything recorded is kept. Its log is " + home.log(service.name()));
        }
    }

    private Engine engine(String name) {
        return allEngines().filter(engine -> engine.name().equals(name)).findFirst().orElseThrow();
    }

    private Stream<Engine> allEngines() {
        MailServers servers = mail;
        return servers == null ? engines.all().stream() : Stream.concat(engines.all().stream(), servers.all().stream());
    }

    @Override
    public void close() {
        supervisor.stopping();
        while (!running.isEmpty()) {
            RunningService last = running.pop();
            try {
                last.context().close();
            } catch (IOException | RuntimeException problem) {
                LOG.warn("{} did not stop in order", last.service().name(), problem);
            }
            board.service(last.service(), Phase.STOPPED);
        }
        if (engines != null) {
            if (mail != null) {
                mail.close();
            }
            engines.close();
            allEngines().forEach(engine -> board.engine(engine.name(), Phase.STOPPED));
        }
        board.house(Phase.STOPPED);
    }
}
