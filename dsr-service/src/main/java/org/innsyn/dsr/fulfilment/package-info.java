/**
 * Doing what was decided, however often the machine stops in between: one durable task per system, tried again until it is done and read
 * back. The items of one database are one task because they are one transaction.
 */
@NullMarked
package org.innsyn.dsr.fulfilment;

import org.jspecify.annotations.NullMarked;
