package org.innsyn.bench.shred;

import java.util.Map;
import org.innsyn.bench.house.Database;
import org.innsyn.bench.house.House;
import org.innsyn.bench.index.IndexedDocuments;
import org.innsyn.bench.measure.Contender;
import org.innsyn.bench.measure.ContentsDiffer;
import tools.jackson.databind.json.JsonMapper;

/** Deletes a copy of the same rows with two statements in a transaction, and a copy of the same documents with one request: in tables and an index of the same making. */
final class RawDeleting implements Contender {

    private static final String INDEX = "bench-delete";
    private static final int BULK = 5_000;

    private final House house;
    private final Database database;
    private final Shredding shredding;
    private final String schema;

    RawDeleting(House house, Database database, Shredding shredding) {
        this.house = house;
        this.database = database;
        this.shredding = shredding;
        this.schema = shredding.name().replace('-', '_');
        database.run("create schema " + schema);
        database.run("create table %s.domain_event (like domain_event including all)".formatted(schema));
        database.run("create table %s.entry_detail (like entry_detail including all)".formatted(schema));
        new IndexedDocuments(house.elasticsearch()).makeLike(index());
    }

    private String index() {
        return INDEX + "-" + shredding.name();
    }

    @Override
    public String name() {
        return "delete-" + shredding.name().substring("shred-".length());
    }

    /** Copies what is about to be shredded. */
    void prepare() {
        var ledger = shredding.log().ledger();
        database.run("insert into %s.domain_event overriding system value select * from domain_event where aggregate_id = '%s'".formatted(schema, ledger));
        database.run("insert into %s.entry_detail select * from entry_detail where ledger_id = '%s'".formatted(schema, ledger));
        new IndexedDocuments(house.elasticsearch()).copy(ledger.toString(), index(), BULK);
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        var ledger = shredding.log().ledger();
        long begun = System.nanoTime();
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from %s.entry_detail where ledger_id = '%s'".formatted(schema, ledger));
            statement.execute("delete from %s.domain_event where aggregate_id = '%s'".formatted(schema, ledger));
            connection.commit();
        }
        var answer = house.elasticsearch().post("/" + index() + "/_delete_by_query?refresh=true&routing=" + ledger, """
                {"query": {"term": {"ledger": "%s"}}}""".formatted(ledger));
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        ContentsDiffer.unlessEqual(name(), "the number of deleted documents", (long) shredding.log().entries(), JsonMapper.shared().readTree(answer).get("deleted").asLong());
        return Map.of(Shredding.GONE, milliseconds);
    }

    @Override
    public void check(int round) {
        ContentsDiffer.unlessEqual(name(), "what is left", 0L, new IndexedDocuments(house.elasticsearch()).count(index())
                + database.number("select (select count(*) from %1$s.entry_detail) + (select count(*) from %1$s.domain_event)".formatted(schema)));
    }
}
