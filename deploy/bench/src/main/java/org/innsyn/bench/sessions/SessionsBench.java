package org.innsyn.bench.sessions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.Scratch;
import org.innsyn.bench.house.WholeHouse;
import org.innsyn.bench.house.WholeHouse.Person;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import org.innsyn.bench.measure.Series;

/** Two hundred signed-in sessions that browse at once, on a whole house with a heap of one gibibyte: no page may fail. {@code --people N} asks for fewer. */
public final class SessionsBench implements Bench {

    private static final int SESSIONS = 200;
    private static final String HEAP = "1g";
    /** How long somebody looks at a page before they open the next. */
    private static final Duration LOOKS = Duration.ofSeconds(5);

    /** What people of a role open, and words that stand there. */
    private static final Map<String, List<String[]>> PAGES = Map.of(
            "subject", List.<String[]>of(page("start", "looked at your data"), page("who-looked", "omplete"), page("my-data", "Customer database"), page("requests", "Ask for something")),
            "case-handler", List.<String[]>of(page("desk", "The most urgent first")),
            "controller", List.<String[]>of(page("desk", "The most urgent first"), page("breaches", "kept on record")),
            "dpo", List.<String[]>of(page("overview", "Who reads the most?"), page("findings", "noticed"), page("desk", "The most urgent first")),
            "regulator", List.<String[]>of(page("reports", "Audit reports")));

    private static String[] page(String path, String words) {
        return new String[] {path, words};
    }

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        int sessions = Math.min(SESSIONS, sizes.people());
        try (var scratch = Scratch.below(place.scratch())) {
            place.progress().say("starting a house with a heap of %s", HEAP);
            try (var house = WholeHouse.start(place, scratch.folder("house"), HEAP)) {
                var browsers = signedIn(house, sessions);
                place.progress().say("%d sessions are signed in", sessions);
                var browse = new Browse(house, browsers);
                browse.run(0);
                report.results("sessions", new Rounds(sizes.rounds(), place.progress()).run(List.of(browse)));
                browsers.forEach(each -> each.browser().close());
            }
        }
        report.setting("sessions", "%d signed in at once, each opening a page every %d s or as soon as the last is there; heap of all services %s".formatted(sessions, LOOKS.toSeconds(), HEAP));
    }

    private record Signed(Browsing browser, Person person) {}

    private static List<Signed> signedIn(WholeHouse house, int sessions) throws Exception {
        var people = house.people();
        var signed = new ArrayList<Signed>();
        for (int i = 0; i < sessions; i++) {
            var person = people.get(i % people.size());
            var browser = new Browsing(house.pages());
            browser.signIn(person);
            signed.add(new Signed(browser, person));
        }
        return signed;
    }

    /** Everybody opens each of their pages once, beginning at different moments. */
    private record Browse(WholeHouse house, List<Signed> sessions) implements Contender {

        @Override
        public String name() {
            return "browsing";
        }

        /** @throws ContentsDiffer when any page failed or was not complete */
        @Override
        public Map<String, Double> run(int round) throws Exception {
            long begun = System.nanoTime();
            var cpu = house.cpuTime();
            var took = new ArrayList<Double>();
            var failed = new ArrayList<String>();
            try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<Double>>> visits = new ArrayList<>();
                for (int i = 0; i < sessions.size(); i++) {
                    visits.add(everybody.submit(visit(sessions.get(i), LOOKS.multipliedBy(i).dividedBy(sessions.size()))));
                }
                for (var visit : visits) {
                    try {
                        took.addAll(visit.get());
                    } catch (ExecutionException e) {
                        failed.add(String.valueOf(e.getCause().getMessage()));
                    }
                }
            }
            ContentsDiffer.unlessEqual(name(), "the pages that failed", List.of(), failed);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var times = new Series(took);
            return Map.of("pages/s", took.size() / seconds, "ms", times.median(), "ms p95", times.quantile(0.95), "ms p99", times.quantile(0.99),
                    "CPU ms/page", (house.cpuTime().toMillis() - cpu.toMillis()) / (double) took.size());
        }

        private static Callable<List<Double>> visit(Signed session, Duration first) {
            return () -> {
                Thread.sleep(first);
                var took = new ArrayList<Double>();
                for (var page : PAGES.get(session.person().role())) {
                    var time = session.browser().open(page[0], page[1]);
                    took.add(time.toNanos() / 1e6);
                    Thread.sleep(time.compareTo(LOOKS) < 0 ? LOOKS.minus(time) : Duration.ZERO);
                }
                return took;
            };
        }
    }
}
