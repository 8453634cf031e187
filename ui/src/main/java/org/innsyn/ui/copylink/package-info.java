/** Fetching a copy by a link that works once, on whatever machine it should lie. */
@NullMarked
package org.innsyn.ui.copylink;

import org.jspecify.annotations.NullMarked;
