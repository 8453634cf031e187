/** The one way to the services: HTTP, the signed-in person's token, and what went wrong in a form pages can say. */
@NullMarked
package org.innsyn.ui.services;

import org.jspecify.annotations.NullMarked;
