/** Restrictions that end (GDPR Art. 18(3)): the person is told before anything is lifted. */
@NullMarked
package org.innsyn.ui.lifting;

import org.jspecify.annotations.NullMarked;
