package org.innsyn.platform.files;

/**
 * One file of a package.
 *
 * @param path where it stands in the ZIP
 * @param sizeBytes its size, uncompressed
 * @param sha256 its SHA-256, hex
 */
public record PackageFile(String path, long sizeBytes, String sha256) {}
