package org.innsyn.verifier.written;

import static org.innsyn.verifier.written.Bytes.base64;
import static org.innsyn.verifier.written.Bytes.int64;
import static org.innsyn.verifier.written.Bytes.join;
import static org.innsyn.verifier.written.Bytes.sha256;
import static org.innsyn.verifier.written.Bytes.uint32;
import static org.innsyn.verifier.written.Bytes.utf8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An entry as its writer has it: all values, and the secret. */
public final class WrittenEntry {

    private static final List<String> NAMES = List.of(
            "actor", "actorKind", "bulk", "caseReference", "categories", "clientAddress", "entry", "fields", "held", "identifiers", "justification",
            "ledger", "legalBasis", "number", "object", "occurredAt", "operation", "policyVersion", "previous", "purpose", "recipient",
            "recordReference", "recordedAt", "role", "sequence", "source", "unit", "verdict");

    private final byte[] secret = new byte[32];
    /** Names are ASCII here, so the order of strings is the order of bytes. */
    private final TreeMap<String, byte[]> values = new TreeMap<>();

    public WrittenEntry(Random random) {
        random.nextBytes(secret);
        NAMES.forEach(name -> values.put(name, new byte[0]));
        Map.of(
                        "actor", "agent-17",
                        "actorKind", "\"person\"",
                        "categories", "[\"contact-data\",\"billing\"]",
                        "purpose", "support.case",
                        "justification", "Kunden ba om hjelp på e-post",
                        "occurredAt", "2026-03-02T13:05:00Z",
                        "operation", "\"read\"",
                        "sequence", "4711",
                        "unit", "/support/first-line")
                .forEach((name, value) -> values.put(name, utf8(value)));
        inLedger(new byte[16], 1, new byte[32]);
    }

    public WrittenEntry inLedger(byte[] ledger, long number, byte[] previous) {
        values.put("ledger", ledger);
        values.put("number", int64(number));
        values.put("previous", previous);
        return this;
    }

    public WrittenEntry with(String name, byte[] value) {
        values.put(name, value);
        return this;
    }

    private byte[] salt(String name) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return hmac.doFinal(join(uint32(utf8(name).length), utf8(name)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private byte[] digest(String name) {
        return sha256(salt(name), values.get(name));
    }

    public byte[] leafData() {
        var all = new ArrayList<byte[]>();
        for (String name : values.keySet()) {
            all.add(uint32(utf8(name).length));
            all.add(utf8(name));
            all.add(digest(name));
        }
        return sha256(all.toArray(byte[][]::new));
    }

    /** The fields as a proof shows them, those in {@code hidden} by their digest alone. */
    public List<WrittenField> fields(Set<String> hidden) {
        return values.keySet().stream()
                .map(name -> hidden.contains(name)
                        ? new WrittenField(name, base64(digest(name)), null, null)
                        : new WrittenField(name, null, base64(salt(name)), base64(values.get(name))))
                .toList();
    }
}
