package org.innsyn.bench.requests;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AccountConnector;
import org.innsyn.dsr.connector.Connectors;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.link.Limits;
import org.innsyn.dsr.connector.mail.MailServer;
import org.innsyn.dsr.connector.mail.MailStore;
import org.innsyn.dsr.copykey.CopyKey;
import org.innsyn.dsr.export.CopyContents;
import org.innsyn.dsr.export.CopyWriter;
import org.innsyn.dsr.export.Processing;
import org.innsyn.dsr.register.ProcessingRegister;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
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

/** Writes the copy of a mailbox as the service does: every message and the mbox, from an IMAP server into a ZIP on disk. */
public final class MailCopy {

    static final SystemProfile PROFILE = new SystemProfile("mail", Title.of("Mail"), "/customers/mail", "mail");

    private MailCopy() {}

    static MailStore store(int port, String user, String password) {
        return new MailStore(PROFILE, new MailServer("127.0.0.1", port, null, user, password, Limits.USUAL));
    }

    /** @param words the server's port, as whom to sign in, whose mailbox, the file to write, a folder for what does not fit into memory */
    public static void main(String[] words) throws Exception {
        var said = new Said();
        var mail = new AccountConnector(PROFILE, store(Integer.parseInt(words[0]), words[1], System.getenv("BENCH_PASSWORD")), Clock.systemUTC());
        // A copy under Article 20 has no access log and tells nothing of grants, so neither is asked.
        var nobody = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create())).build();
        var writer = new CopyWriter(new Connectors(List.of(mail)), nobody.createClient(LedgersApi.class), Processing.of(ProcessingRegister.EMPTY, nobody.createClient(PolicyApi.class)),
                Path.of(words[4]), RandomSource.secure(), () -> new CopyKey(new NoteKey("bench.example/copies", new byte[32])));
        var decided = Instant.EPOCH.plusSeconds(1_000_000_000);
        var contents = new CopyContents(new RequestId(new UUID(0, 1)), "R-0000-00", Right.PORTABILITY, decided, decided, List.of(new Decision(PROFILE.item(), Outcome.INCLUDE, null)),
                Map.of(PROFILE.item(), "mail"), List.of(), null, null);
        var file = Path.of(words[3]);
        long begun = System.nanoTime();
        Map<ItemKey, Long> written;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            written = writer.write(contents, new Account(words[2]), out);
        }
        said.line((System.nanoTime() - begun) / 1e9, written.get(PROFILE.item()), Files.size(file));
    }
}
