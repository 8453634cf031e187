package org.innsyn.dsr.export;

/**
 * One file of a copy.
 *
 * @param path where it stands in the ZIP
 * @param sizeBytes its size, uncompressed
 * @param sha256 its SHA-256, hex
 */
record PackageFile(String path, long sizeBytes, String sha256) {}
