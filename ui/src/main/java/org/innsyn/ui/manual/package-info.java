/** What people do by hand in systems without a connector: which tasks wait, what to do, what was collected, and the statement of what was done. */
@NullMarked
package org.innsyn.ui.manual;

import org.jspecify.annotations.NullMarked;
