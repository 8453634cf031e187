/** Ends what the access log has kept for long enough: keys, details, documents and events go, what was committed to stays. */
@NullMarked
package org.innsyn.audit.retention;

import org.jspecify.annotations.NullMarked;
