package org.innsyn.audit.ledger.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.innsyn.platform.vault.VaultKey;

/** Named values, each sealed by itself for its record and name, laid end to end. */
final class SealedFields {

    /** Revision of this form; part of what every value is bound to. */
    static final int REVISION = 1;

    private SealedFields() {}

    static byte[] seal(VaultKey key, UUID record, Map<String, byte[]> values) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var value : values.entrySet()) {
                var sealed = key.seal(record, value.getKey(), REVISION, value.getValue());
                out.writeUTF(value.getKey());
                out.writeInt(sealed.length);
                out.write(sealed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> open(VaultKey key, UUID record, int revision, byte[] sealed) {
        var values = new LinkedHashMap<String, byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(sealed))) {
            while (in.available() > 0) {
                var name = in.readUTF();
                values.put(name, key.open(record, name, revision, in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
