package org.innsyn.audit.breach;

import java.util.UUID;

/**
 * Who did something to a record.
 *
 * @param actor random reference
 * @param role dpo or controller
 */
public record By(UUID actor, String role) {}
