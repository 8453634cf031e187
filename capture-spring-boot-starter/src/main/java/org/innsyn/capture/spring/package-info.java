/** Captures what annotated methods of Spring beans read: what a method returns is not handed out unless the access is in the spool. */
@NullMarked
package org.innsyn.capture.spring;

import org.jspecify.annotations.NullMarked;
