/** Reporting this service's own accesses to personal data: written down before anything is shown or done, sent soon after. */
@NullMarked
package org.innsyn.dsr.accessreport;

import org.jspecify.annotations.NullMarked;
