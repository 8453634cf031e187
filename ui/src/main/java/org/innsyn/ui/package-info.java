/** The pages: everything they show comes over HTTP from the services, with the token of whoever is signed in. */
@NullMarked
package org.innsyn.ui;

import org.jspecify.annotations.NullMarked;
