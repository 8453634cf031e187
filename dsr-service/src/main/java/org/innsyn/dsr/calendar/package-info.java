/** By when an answer is owed: the law's rules for periods, read from versioned rule packs (GDPR Art. 12(3), Regulation 1182/71). */
@NullMarked
package org.innsyn.dsr.calendar;

import org.jspecify.annotations.NullMarked;
