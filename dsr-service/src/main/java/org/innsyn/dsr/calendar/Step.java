package org.innsyn.dsr.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step by which a limit comes about, for people and for programs that say it in another language. Names no person.
 *
 * @param code which step ("received", "period", "period-short-month", "extended", "stood-still", "stands-still", "free-day", "hours")
 * @param parameters what is put into the sentence: days as ISO dates ("day" to "2026-02-28"), numbers, and codes
 * @param text the sentence in plain English, with its source
 * @param source where the rule stands ("GDPR Art. 12(3)"); null for a plain fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(String code, Map<String, String> parameters, String text, @Nullable String source) {}
