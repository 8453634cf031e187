/** How people read the log of accesses: the customer their own, the data protection officer everyone's. */
@NullMarked
package org.innsyn.schemas.accesslog;

import org.jspecify.annotations.NullMarked;
