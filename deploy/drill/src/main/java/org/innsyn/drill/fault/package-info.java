/** System calls are made to fail, or to kill who makes them, at the moments when something is to become durable. */
@NullMarked
package org.innsyn.drill.fault;

import org.jspecify.annotations.NullMarked;
