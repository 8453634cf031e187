package org.innsyn.platform.vault;

import org.innsyn.platform.crypto.SealingKey;

/**
 * The keys that wrap subject keys. They live outside the database and its backups, so that destroying one makes every copy of what it
 * wrapped useless. Which of them is current stands in the database, see {@link Epochs}.
 */
public interface EpochKeys {

    /** Where they lie, in words for the operator ("key folder"). */
    String store();

    /** Makes the key, durably, before it returns; does nothing when it is there. */
    void create(String id);

    /** Whether the key is there. */
    boolean has(String id);

    /** @throws Destroyed when it is not there: what it wrapped is beyond recovery */
    SealingKey key(String id);

    /** Destroys the key for good. No process uses it any more once this returns. */
    void destroy(String id);

    /** The epoch key is not there any more. */
    final class Destroyed extends RuntimeException {
        Destroyed(String id) {
            super("epoch key " + id + " was destroyed");
        }
    }
}
