/** Finding whom a restored backup of a company system brought back, to be erased again. */
@NullMarked
package org.innsyn.dsr.restorecheck;

import org.jspecify.annotations.NullMarked;
