/** Reading topics so that a record's effect and its offset are one transaction. */
@NullMarked
package org.innsyn.platform.kafka;

import org.jspecify.annotations.NullMarked;
