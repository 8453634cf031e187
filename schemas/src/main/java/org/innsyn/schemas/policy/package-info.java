/** The access control table and the staff directory: shown, published, and tried out on what was recorded. */
@NullMarked
package org.innsyn.schemas.policy;

import org.jspecify.annotations.NullMarked;
