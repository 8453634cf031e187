package org.innsyn.dsr.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.sql.Shop;
import org.innsyn.dsr.copykey.CopyKey;
import org.innsyn.dsr.register.RegisterReader;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.service.Neighbours;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.PolicyApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Ann's copy, written from a real database and the answers of an audit-service. */
abstract class WrittenCopy {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Instant RECEIVED = Instant.parse("2026-06-10T10:00:00Z");

    private static final Map<ItemKey, String> CATEGORIES = Map.of(
            ItemKey.ACCESS_LOG, "access-log", ItemKey.of("shop", "customers"), "contact-details", ItemKey.of("shop", "invoices"), "billing");

    @TempDir
    private Path scratch;

    Shop shop;
    Neighbours neighbours;
    private CopyWriter writer;
    LedgerPosition position;

    @BeforeEach
    void open() {
        shop = new Shop();
        neighbours = new Neighbours();
        position = new LedgerPosition(neighbours.ledger(Shop.ANN.value(), 1_234), 1_234);
        var http = RestClient.builder().baseUrl(neighbours.url()).defaultHeaders(headers -> headers.setBearerAuth("any")).build();
        var ledgers = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http)).build().createClient(LedgersApi.class);
        var policy = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http)).build().createClient(PolicyApi.class);
        var register = new RegisterReader().read(Path.of("src/test/resources/register/register.yaml"));
        writer = new CopyWriter(
                new Connectors(List.of(shop.connector(Clock.systemUTC()))), ledgers, Processing.of(register, policy), scratch, RandomSource.secure(),
                () -> new CopyKey(new NoteKey("test.example/copies", new byte[32])));
    }

    @AfterEach
    void close() {
        shop.close();
        neighbours.close();
    }

    byte[] write(Account account) throws IOException {
        var everything = new ArrayList<Decision>();
        everything.add(new Decision(ItemKey.ACCESS_LOG, Outcome.INCLUDE, null));
        for (var table : List.of("customers", "subscriptions", "invoices", "cases", "messages")) {
            everything.add(new Decision(ItemKey.of("shop", table), Outcome.INCLUDE, null));
        }
        return write(account, everything);
    }

    byte[] write(Account account, List<Decision> decisions) throws IOException {
        return write(account, decisions, Right.ACCESS);
    }

    byte[] write(Account account, List<Decision> decisions, Right right) throws IOException {
        return write(account, decisions, right, List.of());
    }

    byte[] write(Account account, List<Decision> decisions, Right right, List<WithheldRecord> withheld) throws IOException {
        var contents = new CopyContents(
                new RequestId(new UUID(0, 1)), "R-7Q4K-2M", right, RECEIVED, RECEIVED.plusSeconds(60), decisions, CATEGORIES, withheld, position, "Datatilsynet");
        var out = new ByteArrayOutputStream();
        writer.write(contents, account, out);
        return out.toByteArray();
    }

    static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), UTF_8);
    }

    static LinkedHashMap<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
