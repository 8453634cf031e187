package org.innsyn.schemas.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about links to copies. */
public final class CopyLinks {

    /** The fewest characters of a password. */
    public static final int SHORTEST_PASSWORD = 12;

    private CopyLinks() {}

    /** @param password what the package is encrypted under when it is fetched, {@value #SHORTEST_PASSWORD} to 100 characters; null for none */
    public record MakeCopyLink(@Nullable String password) {
        @Override
        public String toString() {
            return "MakeCopyLink[]";
        }
    }

    /**
     * A link that works once.
     *
     * @param token what has to be sent to fetch the package; 43 characters of base64url. It belongs behind the {@code #} of an address, which no server sees
     * @param expiresAt until when it works: seven days, or as long as the copy lies ready
     * @param locked whether a password was set
     */
    public record CopyLink(String token, Instant expiresAt, boolean locked) {
        @Override
        public String toString() {
            return "CopyLink[" + expiresAt + "]";
        }
    }

    /** @param token from the link */
    public record RedeemCopyLink(String token) {
        @Override
        public String toString() {
            return "RedeemCopyLink[]";
        }
    }
}
