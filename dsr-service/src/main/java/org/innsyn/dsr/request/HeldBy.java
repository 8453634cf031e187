package org.innsyn.dsr.request;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A legal hold that keeps an item from being erased. No personal data.
 *
 * @param hold which hold
 * @param ground key of its ground ("legal-claims")
 * @param reviewOn when somebody looks at it again, as it was when it kept the item
 */
public record HeldBy(UUID hold, String ground, LocalDate reviewOn) {}
