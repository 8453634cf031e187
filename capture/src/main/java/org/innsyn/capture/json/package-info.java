/** The little JSON (RFC 8259) that reporting needs, so that an application gets no JSON library from us. Not part of the API. */
@NullMarked
package org.innsyn.capture.json;

import org.jspecify.annotations.NullMarked;
