package org.innsyn.local;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code up}: starts everything and stays in the foreground until it is asked to stop. */
final class Up {

    private static final Logger LOG = LoggerFactory.getLogger(Up.class);

    private final Options options;

    Up(Options options) {
        this.options = options;
    }

    void run() throws InterruptedException {
        HousePorts ports = new HousePorts(options.port());
        HomeFolder home = options.home().create();
        HomeLock lock = HomeLock.take(home);
        boolean mail = withMail();
        ports.requireFree(mail);
        home.emptyTemporaryFolder();
        Board board = new Board(new StateFile(home), System.out, ports.base());
        House house = new House(home, options.checkout(), ports, board, mail);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(house, board, lock), "stop"));

        board.say("Starting Innsyn from " + home.root());
        start(house, ports, board);
        Thread.currentThread().join();
    }

    /** What is wanted and cannot be had is said; everything else starts. */
    private boolean withMail() {
        if (!options.withMail()) {
            return false;
        }
        var missing = MailServers.missing();
        if (!missing.isEmpty()) {
            System.out.println("Mail is left out: this machine lacks " + String.join(" and ", missing)
                    + " (Debian: apt-get install " + String.join(" ", missing) + "). Everything else starts.");
        }
        return missing.isEmpty();
    }

    private void start(House house, HousePorts ports, Board board) throws InterruptedException {
        try {
            SignInDirectory directory = house.start();
            board.say("");
            board.say("Innsyn is ready: " + HousePorts.url(ports.ui()));
            if (!options.has("--detached")) {
                board.say("");
                Accounts.print(directory, System.out);
                board.say("");
                board.say("Stop it with Ctrl-C. ./innsyn help shows what else there is.");
            }
        } catch (SQLException problem) {
            LOG.error("the databases could not be made ready", problem);
            throw new Refusal(ExitCode.FAILED, "The databases could not be made ready. What was in them is kept. The log is "
                    + options.home().log("local"));
        }
    }

    private static void stop(House house, Board board, HomeLock lock) {
        if (lock.isHeld()) {
            board.say("Stopping.");
            house.close();
            board.say("Stopped. Everything recorded is kept.");
        }
    }
}
