/** Who asked and what was written, encrypted under each request's own key. */
@NullMarked
package org.innsyn.dsr.vault;

import org.jspecify.annotations.NullMarked;
