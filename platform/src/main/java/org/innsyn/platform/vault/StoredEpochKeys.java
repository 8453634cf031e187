package org.innsyn.platform.vault;

import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.platform.crypto.KeyStorage;
import org.innsyn.platform.crypto.SealingKey;

/**
 * Epoch keys in a folder or a token. A key is opened once and kept in memory only as long as it is there, which is looked at on every
 * use: a key that another process destroyed is unusable here too, from the moment it is destroyed.
 */
public final class StoredEpochKeys implements EpochKeys {

    private final KeyStorage storage;
    private final ConcurrentHashMap<String, SealingKey> open = new ConcurrentHashMap<>();

    public StoredEpochKeys(KeyStorage storage) {
        this.storage = storage;
    }

    @Override
    public String store() {
        return storage.description();
    }

    @Override
    public void create(String id) {
        storage.getOrCreate(id);
    }

    @Override
    public boolean has(String id) {
        return storage.has(id);
    }

    @Override
    public SealingKey key(String id) {
        if (!storage.has(id)) {
            open.remove(id);
            throw new Destroyed(id);
        }
        return open.computeIfAbsent(id, missing -> new SealingKey(storage.find(missing).orElseThrow(() -> new Destroyed(missing))));
    }

    @Override
    public void destroy(String id) {
        storage.destroy(id);
        open.remove(id);
    }
}
