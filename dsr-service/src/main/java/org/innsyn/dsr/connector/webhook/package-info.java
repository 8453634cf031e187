/** Any system that answers signed requests over HTTP: asked once, looked after until it is done, and asked again whether it is. */
@NullMarked
package org.innsyn.dsr.connector.webhook;

import org.jspecify.annotations.NullMarked;
