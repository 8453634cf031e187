/** Ending restrictions: the person is told first, then systems and people lift them (GDPR Art. 18(3)). */
@NullMarked
package org.innsyn.dsr.lifting;

import org.jspecify.annotations.NullMarked;
