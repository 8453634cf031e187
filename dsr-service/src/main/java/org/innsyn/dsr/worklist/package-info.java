/** The list of requests by urgency, kept in Elasticsearch. Holds no personal data. */
@NullMarked
package org.innsyn.dsr.worklist;

import org.jspecify.annotations.NullMarked;
