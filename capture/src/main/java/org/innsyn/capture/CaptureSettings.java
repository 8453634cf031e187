package org.innsyn.capture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where accesses come from, where they go, and what may wait meanwhile.
 *
 * @param source what the application reports as: a URI reference, its own for every running copy of the application when it is numbered
 * @param auditService the audit-service's address, without a path; https, or this machine
 * @param token gives the access token
 * @param folder where the spool lies, on a local disk; for one process alone
 * @param key the key the spool is sealed with; null takes the one in {@code <folder>.key}, and makes it at the first use
 * @param mostBytes how many bytes of disk the spool may take, at least 64 KiB
 * @param patience how long {@link Capture#before} waits for room before it fails
 * @param longestRetry the longest time between two tries to deliver, unless the audit-service asks for more
 * @param numbered whether events carry the spool's counter, so that the audit-service notices what was lost
 * @param listener told what becomes of accesses
 * @param clock tells when an access is captured
 */
public record CaptureSettings(
        String source,
        URI auditService,
        TokenSupplier token,
        Path folder,
        @Nullable SpoolKey key,
        long mostBytes,
        Duration patience,
        Duration longestRetry,
        boolean numbered,
        CaptureListener listener,
        Clock clock) {

    private static final long LEAST_BYTES = 64 * 1024;

    /** @throws IllegalArgumentException when a value is not as described */
    public CaptureSettings {
        Rules.text("source", source, 200);
        URI.create(source);
        Addresses.safe(auditService);
        if (mostBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a spool needs at least " + LEAST_BYTES + " bytes");
        }
        if (patience.isNegative() || longestRetry.toMillis() < 1) {
            throw new IllegalArgumentException("patience must not be negative, and there must be some time between two tries");
        }
    }

    /** With a spool of at most 256 MiB, 2 seconds of patience, at most 15 seconds between tries, numbered. */
    public static CaptureSettings of(String source, URI auditService, TokenSupplier token, Path folder) {
        return new CaptureSettings(source, auditService, token, folder, null, 256L * 1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(15), true,
                new CaptureListener() {}, Clock.systemUTC());
    }

    public CaptureSettings withKey(SpoolKey value) {
        return new CaptureSettings(source, auditService, token, folder, value, mostBytes, patience, longestRetry, numbered, listener, clock);
    }

    public CaptureSettings withMostBytes(long value) {
        return new CaptureSettings(source, auditService, token, folder, key, value, patience, longestRetry, numbered, listener, clock);
    }

    public CaptureSettings withPatience(Duration value) {
        return new CaptureSettings(source, auditService, token, folder, key, mostBytes, value, longestRetry, numbered, listener, clock);
    }

    public CaptureSettings withLongestRetry(Duration value) {
        return new CaptureSettings(source, auditService, token, folder, key, mostBytes, patience, value, numbered, listener, clock);
    }

    public CaptureSettings withNumbered(boolean value) {
        return new CaptureSettings(source, auditService, token, folder, key, mostBytes, patience, longestRetry, value, listener, clock);
    }

    public CaptureSettings withListener(CaptureListener value) {
        return new CaptureSettings(source, auditService, token, folder, key, mostBytes, patience, longestRetry, numbered, value, clock);
    }

    public CaptureSettings withClock(Clock value) {
        return new CaptureSettings(source, auditService, token, folder, key, mostBytes, patience, longestRetry, numbered, listener, value);
    }

    /** Never the key or a token. */
    @Override
    public String toString() {
        return "CaptureSettings[" + source + " to " + auditService + "]";
    }
}
