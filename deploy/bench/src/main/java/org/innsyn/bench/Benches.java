package org.innsyn.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.bench.answer.CollectBench;
import org.innsyn.bench.answer.ExportBench;
import org.innsyn.bench.answer.MailboxBench;
import org.innsyn.bench.index.IndexBench;
import org.innsyn.bench.ledger.CryptoBench;
import org.innsyn.bench.ledger.HttpBench;
import org.innsyn.bench.ledger.KafkaBench;
import org.innsyn.bench.ledger.LatencyBench;
import org.innsyn.bench.ledger.PeersBench;
import org.innsyn.bench.query.QueryBench;
import org.innsyn.bench.sessions.SessionsBench;
import org.innsyn.bench.shred.ShredBench;
import org.innsyn.bench.verify.VerifyBench;

/** What can be measured, by the name people give on the command line. A group stands for all that begins with its name. */
final class Benches {

    private static final Map<String, Bench> ALL = new LinkedHashMap<>();

    static {
        ALL.put("ledger-http", new HttpBench());
        ALL.put("ledger-peers", new PeersBench());
        ALL.put("ledger-kafka", new KafkaBench());
        ALL.put("ledger-latency", new LatencyBench());
        ALL.put("ledger-crypto", new CryptoBench());
        ALL.put("index", new IndexBench());
        ALL.put("query", new QueryBench());
        ALL.put("shred", new ShredBench());
        ALL.put("export", new ExportBench());
        ALL.put("collect", new CollectBench());
        ALL.put("mailbox", new MailboxBench());
        ALL.put("verify", new VerifyBench());
        ALL.put("sessions", new SessionsBench());
    }

    private Benches() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static Bench of(String name) {
        return ALL.get(name);
    }

    /** {@code all}, a group ({@code ledger}) or one ({@code ledger-http}). */
    static List<String> named(String word) {
        var found = ALL.keySet().stream().filter(name -> word.equals("all") || name.equals(word) || name.startsWith(word + "-")).toList();
        if (found.isEmpty()) {
            throw new Options.WrongUse("There is no benchmark " + word + ". There are " + String.join(", ", ALL.keySet()) + ", and all.");
        }
        return found;
    }
}
