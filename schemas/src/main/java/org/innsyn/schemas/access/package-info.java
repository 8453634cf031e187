/** What an application tells Innsyn when it has read, changed or passed on somebody's personal data. */
@NullMarked
package org.innsyn.schemas.access;

import org.jspecify.annotations.NullMarked;
