package org.innsyn.platform.crypto;

import java.util.Optional;

/** Where keys lie that must not lie in the database: a folder, or a folder sealed by a token. A key has 32 bytes and an id. */
public interface KeyStorage {

    /** In words for the operator ("key folder"). */
    String description();

    /** The key with this id, made now, durably, if there is none. Whoever makes the same key at the same time gets the same one. */
    byte[] getOrCreate(String id);

    /** The key with this id. */
    Optional<byte[]> find(String id);

    /** Whether the key is there. Cheap: asked on every use. */
    boolean has(String id);

    /** Destroys the key for good, before it returns. Does nothing when it is gone already. */
    void destroy(String id);
}
