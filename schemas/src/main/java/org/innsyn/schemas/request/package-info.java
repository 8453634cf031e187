/** A data subject's request from its receipt to what was carried out, as people and programs see it. */
@NullMarked
package org.innsyn.schemas.request;

import org.jspecify.annotations.NullMarked;
