/** Unique strings are planted wherever personal data goes in, their person is shredded, and every file is searched for them. */
@NullMarked
package org.innsyn.drill.erasure;

import org.jspecify.annotations.NullMarked;
