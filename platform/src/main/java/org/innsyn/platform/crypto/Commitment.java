package org.innsyn.platform.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commits to a record of named fields so that each can be opened by itself.
 *
 * <p>Every field has a salt, HMAC(event secret, field name), and a digest, SHA-256(salt || value). The leaf data is SHA-256 over the
 * fields in the order of their names, each as length-prefixed name and digest. Whoever is shown a field gets its value and salt and
 * the digests of the others. When the secret is destroyed the leaf can no longer be guessed, and still stands in the tree.
 */
public final class Commitment {

    /** Bytes of an event secret. */
    public static final int SECRET_LENGTH = 32;

    private Commitment() {}

    /** The 32-byte leaf data of {@code fields} under {@code secret}. */
    public static byte[] leafData(byte[] secret, SortedMap<String, byte[]> fields) {
        return leafDataOf(opened(secret, fields));
    }

    /** A field's salt, its value, and the digest of both. */
    public record Opened(byte[] salt, byte[] value, byte[] digest) {}

    /** Every field under {@code secret}, in the order of their names: for whoever shows some of them. */
    public static SortedMap<String, Opened> opened(byte[] secret, SortedMap<String, byte[]> fields) {
        var hash = new KeyedHash(secret);
        var opened = new TreeMap<String, Opened>();
        fields.forEach((name, value) -> {
            var salt = hash.of(name);
            opened.put(name, new Opened(salt, value, digest(salt, value)));
        });
        return opened;
    }

    /** The 32-byte leaf data of fields that were opened before. */
    public static byte[] leafDataOf(SortedMap<String, Opened> fields) {
        var ordered = new ByteArrayOutputStream(fields.size() * 48);
        for (Map.Entry<String, Opened> field : fields.entrySet()) {
            var name = field.getKey().getBytes(StandardCharsets.UTF_8);
            ordered.writeBytes(ByteBuffer.allocate(4).putInt(name.length).array());
            ordered.writeBytes(name);
            ordered.writeBytes(field.getValue().digest());
        }
        return Sha256.of(ordered.toByteArray());
    }

    /** The salt that opens one field, and no other. */
    public static byte[] salt(byte[] secret, String field) {
        return new KeyedHash(secret).of(field);
    }

    /** What stands for a field's value where it is not shown. */
    public static byte[] digest(byte[] salt, byte[] value) {
        return Sha256.of(salt, value);
    }
}
