/** Who is signed in, how they came in, and what of the browser is allowed. */
@NullMarked
package org.innsyn.ui.signin;

import org.jspecify.annotations.NullMarked;
