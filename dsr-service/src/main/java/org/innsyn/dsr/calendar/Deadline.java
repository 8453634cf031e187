package org.innsyn.dsr.calendar;

import java.time.LocalDate;

/**
 * By when an answer is owed, and why then.
 *
 * @param limit the last day of the legal limit, in the zone of the rule pack
 * @param target the earlier day the company aims for
 * @param rulePack which rules said so, by id and version ("gdpr-answer-no/1")
 * @param explanation how the limit comes about, in plain English with its sources; names no person
 */
public record Deadline(LocalDate limit, LocalDate target, String rulePack, String explanation) {}
