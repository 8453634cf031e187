package org.innsyn.dsr.request;

import java.time.Instant;

/**
 * A copy ready to be fetched.
 *
 * @param sizeBytes its size as the person gets it
 * @param sha256 its SHA-256, hex
 * @param expiresAt when it is removed
 */
public record CopyPackage(long sizeBytes, String sha256, Instant expiresAt) {}
