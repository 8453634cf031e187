package org.innsyn.bench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Series;
import tools.jackson.databind.json.JsonMapper;

/** People who open their own log, one after the other, through the service's interface. */
final class FirstPages implements Contender {

    static final String P50 = "ms p50";
    static final int PEOPLE = 20;
    static final int LOOKS = 10;
    static final int PAGE = 50;

    private final String name;
    private final AuditService service;
    private final long total;
    private final List<String> tokens = new ArrayList<>();

    /** @param total how many entries each of the first {@code people} people has */
    FirstPages(String name, House house, AuditService service, int people, long total) {
        this.name = name;
        this.service = service;
        this.total = total;
        for (int person = 0; person < people; person++) {
            tokens.add(house.signIn().subject(Population.account(person)));
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Each page is checked as it comes: the newest entries of that person, opened, and how many there are. */
    @Override
    public Map<String, Double> run(int round) {
        var milliseconds = new ArrayList<Double>();
        for (int look = 0; look < LOOKS; look++) {
            for (var token : tokens) {
                long begun = System.nanoTime();
                var answer = service.post("/api/v1/access-log/mine", token, "{}");
                milliseconds.add((System.nanoTime() - begun) / 1e6);
                check(answer);
            }
        }
        return Map.of(P50, new Series(milliseconds).median());
    }

    private void check(String answer) {
        var page = JsonMapper.shared().readTree(answer);
        // Looking is an entry itself, once a session.
        ContentsDiffer.unlessEqual(name, "whether the log is complete", true, page.get("total").asLong() == total || page.get("total").asLong() == total + 1);
        ContentsDiffer.unlessEqual(name, "the number of entries on the first page", PAGE, page.get("entries").size());
        int opened = 0;
        for (var entry : page.get("entries")) {
            opened += entry.path("details").path("justification").asString("").startsWith("looked at") ? 1 : 0;
        }
        ContentsDiffer.unlessEqual(name, "whether details are there", true, opened >= PAGE - 1);
    }
}
