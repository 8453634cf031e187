package org.innsyn.platform.vault;

import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.SealingKey;

/**
 * Epoch keys in the local key folder. A key is kept in memory only as long as its file is there, which is looked at on every use: a key
 * that another process destroyed is unusable here too.
 */
public final class LocalEpochKeys implements EpochKeys {

    private final KeyFolder folder;
    private final ConcurrentHashMap<String, SealingKey> open = new ConcurrentHashMap<>();

    public LocalEpochKeys(KeyFolder folder) {
        this.folder = folder;
    }

    @Override
    public void create(String id) {
        folder.getOrCreate(id);
    }

    @Override
    public SealingKey key(String id) {
        if (!folder.has(id)) {
            open.remove(id);
            throw new Destroyed(id);
        }
        return open.computeIfAbsent(id, missing -> new SealingKey(folder.find(missing).orElseThrow(() -> new Destroyed(missing))));
    }

    @Override
    public void destroy(String id) {
        folder.destroy(id);
        open.remove(id);
    }
}
