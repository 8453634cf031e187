/** How aggregates handle commands: in one unit of work and one transaction, with everything that follows from it. */
@NullMarked
package org.innsyn.audit.unit;

import org.jspecify.annotations.NullMarked;
