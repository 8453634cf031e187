package org.innsyn.audit.policy.store;

/**
 * Which policy is the newest.
 *
 * @param table number of the newest table, 0 before the first
 * @param directory revision of the staff directory, 0 before the first
 */
record PolicyState(int table, int directory) {}
