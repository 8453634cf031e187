package org.innsyn.audit.report;

import java.util.Base64;
import java.util.UUID;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.Sha256;

/** Signs a finished report. Another key than the log's, which signs nothing but checkpoints. */
final class ReportKey {

    private final NoteKey key;

    ReportKey(NoteKey key) {
        this.key = key;
    }

    /** The note beside the manifest: which report it is, and the manifest's SHA-256. */
    String sign(UUID report, byte[] manifest) {
        return key.sign("innsyn-report/1\n" + report + "\n" + Base64.getEncoder().encodeToString(Sha256.of(manifest)) + "\n");
    }

    String verifierKey() {
        return key.verifierKey();
    }
}
