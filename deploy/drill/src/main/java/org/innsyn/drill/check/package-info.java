/** What is looked at after something was broken. */
@NullMarked
package org.innsyn.drill.check;

import org.jspecify.annotations.NullMarked;
