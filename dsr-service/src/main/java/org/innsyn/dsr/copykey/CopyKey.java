package org.innsyn.dsr.copykey;

import java.util.Base64;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.crypto.NoteKey;
import org.innsyn.platform.crypto.Sha256;
import org.innsyn.schemas.request.Receipt;

/** Signs what people are given: a copy's manifest, which holds the sum of every other file, and receipts. */
public final class CopyKey {

    /** The signature's file, beside the manifest. */
    public static final String NOTE = "manifest.json.note";

    private final NoteKey key;

    /** @param key under a name that ends in {@code /copies} */
    public CopyKey(NoteKey key) {
        this.key = key;
    }

    /** The note beside the manifest: which request it answers, and the manifest's SHA-256. */
    public String sign(RequestId request, byte[] manifest) {
        return key.sign("innsyn-copy/2\n" + request + "\n" + Base64.getEncoder().encodeToString(Sha256.of(manifest)) + "\n");
    }

    /** The note that is a receipt: its text is the format and the receipt as JSON, a line each. */
    public String signReceipt(String json) {
        return key.sign(Receipt.FORMAT + "\n" + json + "\n");
    }

    /** What others check it with: {@code <name>+<hex key id>+<base64>}. */
    public String verifierKey() {
        return key.verifierKey();
    }
}
