/** Who looked at my data: the customer's own access log in plain words. */
@NullMarked
package org.innsyn.ui.wholooked;

import org.jspecify.annotations.NullMarked;
