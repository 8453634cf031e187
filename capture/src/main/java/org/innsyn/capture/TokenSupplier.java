package org.innsyn.capture;

import java.io.IOException;

/** Gives the access token the application reports with (scope {@code access:report}, good for its own sources only). */
@FunctionalInterface
public interface TokenSupplier {

    /**
     * A token that is good now. Called before every delivery, so it is kept while it is good.
     *
     * @throws IOException when there is none now; it is asked for again later
     */
    String token() throws IOException, InterruptedException;

    /** The token was not taken: the next one must be another. */
    default void refused() {}
}
