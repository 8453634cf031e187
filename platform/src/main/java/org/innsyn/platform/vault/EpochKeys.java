package org.innsyn.platform.vault;

import org.innsyn.platform.crypto.SealingKey;

/**
 * The keys that wrap subject keys. They live outside the database, so that destroying one makes every backup's wrapped keys useless.
 */
public interface EpochKeys {

    /** The id of the key that new subject keys are wrapped with. */
    String currentId();

    /** @throws IllegalStateException when the key was destroyed: what it wrapped is beyond recovery */
    SealingKey key(String id);
}
