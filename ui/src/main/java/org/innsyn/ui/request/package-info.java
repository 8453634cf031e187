/** How a request is shown, whoever reads it. */
@NullMarked
package org.innsyn.ui.request;

import org.jspecify.annotations.NullMarked;
