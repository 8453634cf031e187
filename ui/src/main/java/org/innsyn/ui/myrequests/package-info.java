/** A customer's own requests, from the first question to the download. */
@NullMarked
package org.innsyn.ui.myrequests;

import org.jspecify.annotations.NullMarked;
