package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.schemas.ledger.LedgersApi;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the copy a person gets, in constant memory.
 *
 * <p>Guarantees: the access log is complete up to the head fixed at the decision, tables are read at one moment per system, and every
 * file stands in the manifest with its sum. Otherwise {@link CopyIncomplete} or the connector's own problem is thrown, and what was
 * written so far is to be thrown away.
 */
public final class CopyWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connectors connectors;
    private final LedgersApi ledgers;

    public CopyWriter(Connectors connectors, LedgersApi ledgers) {
        this.connectors = connectors;
        this.ledgers = ledgers;
    }

    /**
     * @param out gets the ZIP; stays open
     * @return how many records of each item it holds
     */
    public Map<ItemKey, Long> write(CopyContents contents, Account account, OutputStream out) throws IOException {
        var zip = new PackageZip(out, contents.decidedAt());
        var accessLog = new AccessLogFiles(new AccessLogReader(ledgers), JSON);
        if (contents.includesAccessLog()) {
            accessLog.write(zip, position(contents));
        }
        var tables = writeTables(zip, contents, account);
        var page = IndexPage.of(contents, tables, accessLog.newest());
        zip.add("index.html", file -> file.write(page.getBytes(StandardCharsets.UTF_8)));
        var manifest = JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest(contents, zip.files()));
        zip.add("manifest.json", file -> file.write(manifest));
        zip.finish();
        return records(contents, tables);
    }

    private static Map<ItemKey, Long> records(CopyContents contents, List<TableSummary> tables) {
        var records = new HashMap<ItemKey, Long>();
        tables.forEach(table -> records.put(table.item(), table.rows()));
        if (contents.includesAccessLog()) {
            records.put(ItemKey.ACCESS_LOG, position(contents).head());
        }
        return records;
    }

    private List<TableSummary> writeTables(PackageZip zip, CopyContents contents, Account account) throws IOException {
        var tables = new ArrayList<TableSummary>();
        var items = contents.included().stream().filter(item -> !item.equals(ItemKey.ACCESS_LOG)).toList();
        for (String system : new TreeSet<>(items.stream().map(ItemKey::system).toList())) {
            try (var snapshot = connectors.named(system).open(account)) {
                for (var item : items) {
                    if (item.system().equals(system)) {
                        tables.add(new TableFiles(JSON).write(zip, snapshot, item, fileName(item, items)));
                    }
                }
            }
        }
        return tables;
    }

    /** The item's own name, with its system's in front where two systems have one of that name. */
    private static String fileName(ItemKey item, List<ItemKey> items) {
        boolean unique = items.stream().filter(other -> other.name().equals(item.name())).count() == 1;
        return unique ? item.name() : item.system() + "-" + item.name();
    }

    /** A person without a log has an empty one. */
    private static LedgerPosition position(CopyContents contents) {
        return contents.ledger() == null
                ? new LedgerPosition(contents.request().value(), 0)
                : contents.ledger();
    }

    private static Manifest manifest(CopyContents contents, List<PackageFile> files) {
        return new Manifest(
                "innsyn-copy/1",
                contents.request().toString(),
                contents.reference(),
                contents.decidedAt(),
                contents.includesAccessLog() ? position(contents).head() : null,
                Csv.NOTE,
                files);
    }
}
