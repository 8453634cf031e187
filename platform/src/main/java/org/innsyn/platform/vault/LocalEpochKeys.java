package org.innsyn.platform.vault;

import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.SealingKey;

/** Epoch keys in the local key folder, named {@code epoch-000001} and up; the highest is the current one. */
public final class LocalEpochKeys implements EpochKeys {

    private static final String PREFIX = "epoch-";

    private final KeyFolder folder;
    private final ConcurrentHashMap<String, SealingKey> open = new ConcurrentHashMap<>();
    private final String currentId;

    public LocalEpochKeys(KeyFolder folder) {
        this.folder = folder;
        var ids = folder.ids(PREFIX);
        this.currentId = ids.isEmpty() ? PREFIX + "000001" : ids.getLast();
        open.put(currentId, new SealingKey(folder.getOrCreate(currentId)));
    }

    @Override
    public String currentId() {
        return currentId;
    }

    @Override
    public SealingKey key(String id) {
        return open.computeIfAbsent(id, missing -> new SealingKey(folder.find(missing)
                .orElseThrow(() -> new IllegalStateException("epoch key " + missing + " is not in the key folder"))));
    }
}
