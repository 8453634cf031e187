package org.innsyn.capture.spring;

import org.innsyn.capture.Actor;
import org.jspecify.annotations.Nullable;

/** A bean of the application that knows who is at work in the current thread. */
@FunctionalInterface
public interface ActorProvider {

    /** Who it is. When nobody is known, throw: then nothing is handed out. */
    Actor actor();

    /** The network address they come from, where it is known. */
    default @Nullable String clientAddress() {
        return null;
    }
}
