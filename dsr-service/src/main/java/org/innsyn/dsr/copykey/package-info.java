/** The keys that sign copies, so that a person can show later what they were given, and by whom. */
@NullMarked
package org.innsyn.dsr.copykey;

import org.jspecify.annotations.NullMarked;
