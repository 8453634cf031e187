/** Takes reports of accesses over HTTP and Kafka, with one meaning, and judges each event by itself. */
@NullMarked
package org.innsyn.audit.ingest;

import org.jspecify.annotations.NullMarked;
