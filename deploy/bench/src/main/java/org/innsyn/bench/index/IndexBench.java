package org.innsyn.bench.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.innsyn.bench.Bench;
import org.innsyn.bench.Sizes;
import org.innsyn.bench.house.AuditService;
import org.innsyn.bench.house.House;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.load.Population;
import org.innsyn.bench.load.Reporters;
import org.innsyn.bench.load.Workload;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import org.innsyn.bench.measure.Ratio;
import org.innsyn.bench.measure.Report;
import org.innsyn.bench.measure.Rounds;
import tools.jackson.databind.JsonNode;

/** How fast documents get into the search index: following what is recorded, and all anew, against bulk requests of the same documents. */
public final class IndexBench implements Bench {

    private static final String DOCUMENTS_PER_SECOND = "documents/s";
    /** As the projection's. */
    private static final int BULK = 1_000;

    private final Round round = new Round();

    /** What the projection wrote in this round. */
    private static final class Round {
        private List<JsonNode> documents = List.of();
    }

    @Override
    public void run(Workplace place, Sizes sizes, Report report) throws Exception {
        try (var house = House.open(place)) {
            var service = house.auditService("audit");
            var workload = new Workload("index", new Population(sizes.people()), sizes.events(), sizes.batch(), sizes.clients(), sizes.warmUps());
            var documents = new IndexedDocuments(house.elasticsearch());
            documents.makeLike("bench-bulk");
            var contenders = List.of(new Following(service, workload, documents), new Bulk(house, documents), new Rebuilding(house, service, documents));
            for (int round = workload.firstRound(); round < 0; round++) {
                place.progress().say("warming up, %d to go", -round);
                for (var each : contenders) {
                    each.run(round);
                    each.check(round);
                }
            }
            var results = new Rounds(sizes.rounds(), place.progress()).run(contenders);
            report.results("index", results);
            for (var each : List.of("projection", "rebuild")) {
                report.ratio(new Ratio("index." + each + "/bulk", results.of(each, DOCUMENTS_PER_SECOND).over(results.of("bulk", DOCUMENTS_PER_SECOND)), Ratio.Bar.atLeast(0.6)));
            }
            report.note("The projection is held back by an open transaction while a round is recorded, and then let go together with the log's sequencer and the oversight, which read the same events.");
        }
    }

    /** Records a round behind an open transaction, ends that, and waits until the projection has passed everything. */
    private final class Following implements Contender {

        private final AuditService service;
        private final Workload workload;
        private final IndexedDocuments documents;
        private String since = "";

        Following(AuditService service, Workload workload, IndexedDocuments documents) {
            this.service = service;
            this.workload = workload;
            this.documents = documents;
        }

        @Override
        public String name() {
            return "projection";
        }

        @Override
        public Map<String, Double> run(int number) throws Exception {
            since = Instant.now().toString();
            try (var holding = service.database().connect(); var reporters = new Reporters(service, workload.sources(), workload.clients())) {
                holding.setAutoCommit(false);
                holding.createStatement().execute("select pg_current_xact_id()");
                reporters.report(workload, number);
                long last = service.database().number("select max(global_index) from domain_event where payload_type = 'ledger.AccessRecorded'");
                long begun = System.nanoTime();
                holding.commit();
                try (var looking = service.database().connect(); var place = looking.prepareStatement(
                        "select (convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint from processor_token where processor_name = 'accesslog'")) {
                    while (!passed(place, last)) {
                        LockSupport.parkNanos(5_000_000);
                    }
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                return Map.of(DOCUMENTS_PER_SECOND, workload.events() / seconds);
            }
        }

        /** Events of the last transaction may lie before the last index; the contents are checked afterwards. */
        private static boolean passed(java.sql.PreparedStatement place, long last) throws java.sql.SQLException {
            try (var row = place.executeQuery()) {
                return row.next() && row.getLong(1) >= last - BULK;
            }
        }

        @Override
        public void check(int number) throws Exception {
            service.settle();
            round.documents = documents.since(since);
            documents.check(name(), service, since);
        }
    }

    /** The same documents, ready-made, in bulk requests as large as the projection's. */
    private final class Bulk implements Contender {

        private final House house;
        private final IndexedDocuments documents;
        private long sent;

        Bulk(House house, IndexedDocuments documents) {
            this.house = house;
            this.documents = documents;
        }

        @Override
        public String name() {
            return "bulk";
        }

        @Override
        public Map<String, Double> run(int number) {
            var bulks = IndexedDocuments.bulks(round.documents, BULK);
            long begun = System.nanoTime();
            bulks.forEach(each -> house.elasticsearch().bulk("bench-bulk", each));
            double seconds = (System.nanoTime() - begun) / 1e9;
            sent += round.documents.size();
            return Map.of(DOCUMENTS_PER_SECOND, round.documents.size() / seconds);
        }

        @Override
        public void check(int number) {
            ContentsDiffer.unlessEqual(name(), "the number of documents", sent, documents.count("bench-bulk"));
        }
    }

    /** The whole index anew, as the operator asks for it. */
    private static final class Rebuilding implements Contender {

        private final House house;
        private final AuditService service;
        private final IndexedDocuments documents;

        Rebuilding(House house, AuditService service, IndexedDocuments documents) {
            this.house = house;
            this.service = service;
            this.documents = documents;
        }

        @Override
        public String name() {
            return "rebuild";
        }

        @Override
        public Map<String, Double> run(int number) {
            long entries = service.entries();
            long begun = System.nanoTime();
            service.post("/api/v1/admin/accesslog/rebuild", house.signIn().machine("operator"), "");
            return Map.of(DOCUMENTS_PER_SECOND, entries / ((System.nanoTime() - begun) / 1e9));
        }

        @Override
        public void check(int number) {
            documents.check(name(), service, "1970-01-01T00:00:00Z");
        }
    }
}
