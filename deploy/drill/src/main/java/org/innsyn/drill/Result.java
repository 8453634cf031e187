package org.innsyn.drill;

/**
 * What a drill found.
 *
 * @param well whether everything is as it must be
 * @param words for people, several lines
 */
public record Result(boolean well, String words) {}
