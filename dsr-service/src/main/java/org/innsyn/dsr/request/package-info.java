/** A data subject's request from its receipt to what was carried out: who may decide what, when, and in which order (GDPR Art. 12, 15, 17). */
@NullMarked
package org.innsyn.dsr.request;

import org.jspecify.annotations.NullMarked;
