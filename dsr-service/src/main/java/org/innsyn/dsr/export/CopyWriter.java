package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.StorageRule;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.copykey.CopyKey;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.Language;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.files.PackageFile;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.platform.files.Scratch;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.GrantedUse;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the copy a person gets, in constant memory.
 *
 * <p>Guarantees: the access log is complete up to the head fixed at the decision, tables are read at one moment per database, and every
 * file stands in the manifest with its sum, and the manifest is signed. Otherwise {@link CopyIncomplete} or the connector's own problem is thrown, and what was
 * written so far is to be thrown away.
 */
public final class CopyWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Words ENGLISH = Words.in(Language.EN);
    private static final Words NORWEGIAN = Words.in(Language.NB);

    private final Connectors connectors;
    private final LedgersApi ledgers;
    private final Processing processing;
    private final Scratch scratch;
    private final Supplier<CopyKey> signing;

    /**
     * @param scratch a folder for what does not fit into memory; what lies there is encrypted, and gone with the process
     * @param signing the key that signs at that moment
     */
    public CopyWriter(Connectors connectors, LedgersApi ledgers, Processing processing, Path scratch, RandomSource random, Supplier<CopyKey> signing) {
        this.connectors = connectors;
        this.ledgers = ledgers;
        this.processing = processing;
        this.scratch = new Scratch(scratch, random);
        this.signing = signing;
    }

    /**
     * @param out gets the ZIP; stays open
     * @return how many records of each item it holds
     */
    public Map<ItemKey, Long> write(CopyContents contents, Account account, OutputStream out) throws IOException {
        var zip = new PackageZip(out, contents.decidedAt());
        var accessLog = new AccessLogFiles(new AccessLogReader(ledgers), JSON, scratch);
        if (contents.includesAccessLog()) {
            accessLog.write(zip, position(contents));
        }
        var withheld = new Withheld(contents.withheld());
        var items = writeItems(zip, contents, account, withheld);
        var given = items.stream().map(ItemSummary::item).toList();
        withheld.allFound(given);
        var uses = contents.tellsAboutProcessing() ? processing.uses().get() : List.<GrantedUse>of();
        var found = new IndexPage.Found(contents, items, accessLog.newest(), accessLog.ended(), accessLog.observed(), processing.register(), uses,
                rules(contents), withheld.lines(given));
        page(zip, found, ENGLISH, NORWEGIAN);
        page(zip, found, NORWEGIAN, ENGLISH);
        var key = signing.get();
        var manifest = JSON.writer().with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsBytes(manifest(contents, accessLog.ended(), withheld.lines(given), zip.files(), key.verifierKey()));
        zip.add("manifest.json", file -> file.write(manifest));
        zip.add(CopyKey.NOTE, file -> file.write(key.sign(contents.request(), manifest).getBytes(StandardCharsets.UTF_8)));
        zip.finish();
        return records(contents, items);
    }

    private List<StorageRule> rules(CopyContents contents) {
        return connectors.all().stream().flatMap(connector -> connector.storage().stream()).filter(rule -> contents.categories().containsKey(rule.item())).toList();
    }

    private static void page(PackageZip zip, IndexPage.Found found, Words words, Words other) throws IOException {
        zip.add(words.file(), file -> file.write(IndexPage.of(found, words, other).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<ItemKey, Long> records(CopyContents contents, List<ItemSummary> items) {
        var records = new HashMap<ItemKey, Long>();
        items.forEach(item -> records.put(item.item(), item.records()));
        if (contents.includesAccessLog()) {
            records.put(ItemKey.ACCESS_LOG, position(contents).head());
        }
        return records;
    }

    private List<ItemSummary> writeItems(PackageZip zip, CopyContents contents, Account account, Withheld withheld) throws IOException {
        var written = new ArrayList<ItemSummary>();
        var items = contents.included().stream().filter(item -> !item.equals(ItemKey.ACCESS_LOG)).toList();
        for (String system : new TreeSet<>(items.stream().map(ItemKey::system).toList())) {
            try (var snapshot = connectors.named(system).open(contents.request(), account)) {
                for (var item : items) {
                    if (item.system().equals(system)) {
                        written.add(write(zip, snapshot, item, fileName(item, items), withheld));
                    }
                }
            }
        }
        return written;
    }

    private ItemSummary write(PackageZip zip, Snapshot snapshot, ItemKey item, String name, Withheld withheld) throws IOException {
        Title title = snapshot.title(item);
        return switch (snapshot.content(item)) {
            case Content.Rows table -> new TableFiles(JSON).write(zip, withheld.from(item, table), item, title, name);
            case Content.Files files -> SystemFiles.write(zip, scratch, files, item, title, item.value(), withheld);
        };
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

    private static Manifest manifest(CopyContents contents, long ended, List<Withheld.Line> withheld, List<PackageFile> files, String key) {
        return new Manifest(
                "innsyn-copy/2",
                contents.request().toString(),
                contents.reference(),
                contents.decidedAt(),
                contents.includesAccessLog() ? position(contents).head() : null,
                ended > 0 ? ended : null,
                withheld.isEmpty() ? null : withheld,
                Csv.NOTE,
                key,
                files);
    }
}
