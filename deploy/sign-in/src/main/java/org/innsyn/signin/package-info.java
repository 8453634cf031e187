/** The OpenID Connect provider of the local house: a company brings its own, these are the demo accounts. */
@NullMarked
package org.innsyn.signin;

import org.jspecify.annotations.NullMarked;
