package org.innsyn.schemas.operator;

/**
 * What a rebuild of the access log made.
 *
 * @param index the index that took the old one's place
 * @param documents how many entries were written to it
 */
public record Rebuilt(String index, long documents) {}
