/** What an application calls to have every access to personal data reported: captured safely here, delivered when Innsyn answers. */
@NullMarked
package org.innsyn.capture;

import org.jspecify.annotations.NullMarked;
