package org.innsyn.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.crypto.SealingKey;

/**
 * One owner's key for one calendar year. What it seals opens only for the same owner, record, field and revision, so that a value
 * cannot be moved from one person's row into another's.
 */
public final class VaultKey {

    private final UUID id;
    private final UUID owner;
    private final SealingKey key;
    private final KeyedHash hash;

    VaultKey(UUID id, UUID owner, SealingKey key, KeyedHash hash) {
        this.id = id;
        this.owner = owner;
        this.key = key;
        this.hash = hash;
    }

    /** Names the key in the rows it seals; never issued again once destroyed. */
    public UUID id() {
        return id;
    }

    public UUID owner() {
        return owner;
    }

    /**
     * @param record the event or record the value belongs to
     * @param field the field's name
     * @param revision the revision of the stored form
     */
    public byte[] seal(UUID record, String field, int revision, byte[] value) {
        return key.seal(value, place(record, field, revision));
    }

    /** @throws SealingKey.SealBroken when the value was sealed for another place */
    public byte[] open(UUID record, String field, int revision, byte[] sealed) {
        return key.open(sealed, place(record, field, revision));
    }

    /** 32 bytes that only this key's holder can make, the same for the same purpose and context. */
    public byte[] derive(String purpose, byte[] context) {
        return hash.of(purpose.getBytes(StandardCharsets.UTF_8), context);
    }

    private byte[] place(UUID record, String field, int revision) {
        var name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + 16 + 4 + name.length)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .putInt(revision)
                .put(name)
                .array();
    }
}
