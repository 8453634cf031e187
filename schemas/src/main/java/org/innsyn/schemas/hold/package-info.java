/** Legal holds: what may not be erased for now, on whose word, and when somebody looks at it again. */
@NullMarked
package org.innsyn.schemas.hold;

import org.jspecify.annotations.NullMarked;
