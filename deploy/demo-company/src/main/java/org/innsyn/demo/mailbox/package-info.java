/** What customers keep with the company: mail, contacts and calendars, made up and put on real servers. */
@NullMarked
package org.innsyn.demo.mailbox;

import org.jspecify.annotations.NullMarked;
