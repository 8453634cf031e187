/** Systems that take their tasks from a topic: asked again under the same id until they answer, and asking over HTTP whom it is about. */
@NullMarked
package org.innsyn.dsr.connector.kafka;

import org.jspecify.annotations.NullMarked;
