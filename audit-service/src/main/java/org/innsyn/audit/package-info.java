/** Records every access to personal data as an event, and lets the people concerned read it. */
@NullMarked
package org.innsyn.audit;

import org.jspecify.annotations.NullMarked;
