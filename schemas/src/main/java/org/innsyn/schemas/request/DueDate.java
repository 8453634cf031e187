package org.innsyn.schemas.request;

import java.time.LocalDate;

/**
 * By when an answer is owed (GDPR Art. 12(3); Regulation 1182/71).
 *
 * @param limit the last day of the legal limit, in the controller's time zone
 * @param target the earlier day the company aims for
 * @param explanation how the limit comes about, in plain words with its sources, in English
 * @param daysLeft days from today to the limit; negative when overdue
 */
public record DueDate(LocalDate limit, LocalDate target, String explanation, long daysLeft) {}
