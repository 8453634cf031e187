/** Work that one service asks of another over Kafka, and what came of it. */
@NullMarked
package org.innsyn.schemas.task;

import org.jspecify.annotations.NullMarked;
