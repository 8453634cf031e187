/** What people are told about their requests, and recipients about erased data: written with the event, sent until a mail server has it, and on record. */
@NullMarked
package org.innsyn.dsr.notice;

import org.jspecify.annotations.NullMarked;
