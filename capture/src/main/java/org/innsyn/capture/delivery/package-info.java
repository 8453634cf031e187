/** Brings what lies in the spool to the audit-service, again and again until each event is answered. Not part of the API. */
@NullMarked
package org.innsyn.capture.delivery;

import org.jspecify.annotations.NullMarked;
