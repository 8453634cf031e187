package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.heads.Coverage;
import org.innsyn.verifier.heads.ProvenStatement;
import org.innsyn.verifier.note.Trust;

/** What is said about a completeness statement that was proved, alone or beside the entries it counts. */
final class StatementWords {

    private static final String LIMIT = "What no source reported is not covered.";

    private final ProvenStatement proven;
    private final Trust trust;

    StatementWords(ProvenStatement proven, Trust trust) {
        this.proven = proven;
        this.trust = trust;
    }

    List<String> lines() {
        var statement = proven.statement();
        var lines = new ArrayList<String>();
        lines.add("The log of the person %s had %,d entries at %s, not one more or less. %s"
                .formatted(statement.ledger(), statement.number(), statement.heads().at(), LIMIT));
        lines.add("The newest of them has the leaf data %s; the log of the person has slot %d.".formatted(statement.newest(), statement.slot()));
        lines.add("This stands in the tree of heads number %,d, whose root is entry %,d of the signed log."
                .formatted(statement.heads().epoch(), statement.proof().inclusion().index() + 1));
        lines.add(KeyWords.signature(statement.proof().checkpoint(), proven.key()));
        lines.add(KeyWords.trust(trust, "file"));
        lines.addAll(KeyWords.witnesses(trust, trust.witnesses().of(statement.proof().note())));
        if (proven.namesAnotherKey()) {
            lines.add("The file names another key, which was not used.");
        }
        return lines;
    }

    Map<String, Json> details() {
        var details = new LinkedHashMap<String, Json>();
        details.put("ledger", new Json.Text(proven.statement().ledger().toString()));
        details.put("slot", KeyWords.number(proven.statement().slot()));
        details.put("number", KeyWords.number(proven.statement().number()));
        details.put("at", new Json.Text(proven.statement().heads().at().toString()));
        details.put("epoch", KeyWords.number(proven.statement().heads().epoch()));
        details.putAll(KeyWords.details(proven.statement().proof().checkpoint(), proven.key(), trust));
        details.put("witnesses", KeyWords.witnesses(trust.witnesses().of(proven.statement().proof().note())));
        return details;
    }

    /** Of the entries it was held against. */
    static String beside(Coverage coverage) {
        var statement = coverage.statement().statement();
        if (coverage.missing() > 0) {
            return "At %s the log of the person had %,d entries: the newest %,d are not in here. %s"
                    .formatted(statement.heads().at(), statement.number(), coverage.missing(), LIMIT);
        }
        return coverage.missing() == 0
                ? "Nothing is missing at the end either: at %s these were all %,d entries. %s".formatted(statement.heads().at(), statement.number(), LIMIT)
                : "Nothing is missing among the first %,d: at %s these were all. Whether more came after number %,d is not known from here. %s"
                        .formatted(statement.number(), statement.heads().at(), statement.number() - coverage.missing(), LIMIT);
    }
}
