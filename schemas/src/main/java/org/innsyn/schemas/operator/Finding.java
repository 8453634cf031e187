package org.innsyn.schemas.operator;

/**
 * What the doctor found of one thing that must hold.
 *
 * @param check what was looked at
 * @param wrong how many times it does not hold; 0 is healthy
 * @param meaning what it means when it does not, and what to do
 */
public record Finding(String check, long wrong, String meaning) {}
