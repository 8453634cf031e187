/** People's mailboxes, spoken to over IMAP (RFC 3501): every folder, every message byte for byte, and their removal. */
@NullMarked
package org.innsyn.dsr.connector.mail;

import org.jspecify.annotations.NullMarked;
