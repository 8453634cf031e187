/** The frame around every page, and the pages that stand in for one that cannot be shown. */
@NullMarked
package org.innsyn.ui.shell;

import org.jspecify.annotations.NullMarked;
