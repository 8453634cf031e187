/** Carries out data subjects' requests: receives them, lets people decide, does what was decided in every system, and proves it. */
@NullMarked
package org.innsyn.dsr;

import org.jspecify.annotations.NullMarked;
