package org.innsyn.capture;

import java.util.UUID;

/**
 * An event the audit-service will not record as it is. It is kept, sealed, until it is reported again and taken.
 *
 * @param id the event's id
 * @param people how many people it is about
 * @param code why, for programs ("foreign-source", "conflict" ...)
 * @param detail why, for people: names the field, never its value
 */
public record Refused(UUID id, int people, String code, String detail) {}
