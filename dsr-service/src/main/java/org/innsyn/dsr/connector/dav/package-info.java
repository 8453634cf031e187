/** People's address books (CardDAV, RFC 6352) and calendars (CalDAV, RFC 4791): found, read item by item, and removed by their tags. */
@NullMarked
package org.innsyn.dsr.connector.dav;

import org.jspecify.annotations.NullMarked;
