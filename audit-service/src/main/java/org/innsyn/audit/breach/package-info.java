/** The record of personal data breaches: what happened, when it was known, who was told and why not (GDPR Art. 33, 34). */
@NullMarked
package org.innsyn.audit.breach;

import org.jspecify.annotations.NullMarked;
