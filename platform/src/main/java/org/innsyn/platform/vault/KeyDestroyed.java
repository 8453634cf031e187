package org.innsyn.platform.vault;

import java.util.UUID;

/** The owner's key for this year was destroyed; what it sealed is gone and nothing new is sealed under it. */
public final class KeyDestroyed extends RuntimeException {

    private final UUID owner;

    KeyDestroyed(UUID owner) {
        super("the key of owner " + owner + " was destroyed");
        this.owner = owner;
    }

    public UUID owner() {
        return owner;
    }
}
