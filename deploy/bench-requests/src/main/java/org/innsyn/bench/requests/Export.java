package org.innsyn.bench.requests;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.copykey.CopyKey;
import org.innsyn.dsr.export.CopyContents;
import org.innsyn.dsr.export.CopyWriter;
import org.innsyn.dsr.export.Processing;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.PolicyApi;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Writes the copy of an access log as the service does: entries, proofs and the page, from an audit-service over HTTP into a ZIP on disk. */
public final class Export {

    private Export() {}

    /** @param words the audit-service's address, the ledger, how many entries it has, the file to write, a folder for what does not fit into memory */
    public static void main(String[] words) throws Exception {
        var said = new Said();
        var http = RestClient.builder().baseUrl(words[0]).defaultHeaders(headers -> headers.setBearerAuth(System.getenv("BENCH_TOKEN"))).build();
        var audit = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http)).build();
        long entries = Long.parseLong(words[2]);
        var writer = new CopyWriter(new Connectors(List.of()), audit.createClient(LedgersApi.class),
                Processing.of(ProcessingRegister.EMPTY, audit.createClient(PolicyApi.class)), Path.of(words[4]), RandomSource.secure(),
                () -> new CopyKey(new NoteKey("bench.example/copies", new byte[32])));
        var contents = new CopyContents(new RequestId(new UUID(0, 1)), "R-0000-00", Right.ACCESS, Instant.EPOCH.plusSeconds(1_000_000_000),
                Instant.EPOCH.plusSeconds(1_000_000_000), List.of(new Decision(ItemKey.ACCESS_LOG, Outcome.INCLUDE, null)), Map.of(ItemKey.ACCESS_LOG, "access-log"),
                List.of(), new LedgerPosition(UUID.fromString(words[1]), entries), null);
        var file = Path.of(words[3]);
        long begun = System.nanoTime();
        Map<ItemKey, Long> written;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            written = writer.write(contents, new Account("somebody"), out);
        }
        said.line((System.nanoTime() - begun) / 1e9, written.get(ItemKey.ACCESS_LOG), Files.size(file));
    }
}
