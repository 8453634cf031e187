/** What the controller has written down about its processing (GDPR Art. 30), which every person may be told (Art. 15(1)). */
@NullMarked
package org.innsyn.dsr.register;

import org.jspecify.annotations.NullMarked;
