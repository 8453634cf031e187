/** The access log people search: an index that can be rebuilt from the ledgers at any time. */
@NullMarked
package org.innsyn.audit.accesslog;

import org.jspecify.annotations.NullMarked;
