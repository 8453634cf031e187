/** Threads of a service's own that do something again and again. */
@NullMarked
package org.innsyn.platform.clockwork;

import org.jspecify.annotations.NullMarked;
