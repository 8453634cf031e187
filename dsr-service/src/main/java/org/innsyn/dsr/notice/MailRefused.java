package org.innsyn.dsr.notice;

/** A mail server will never take it. The message names nobody. */
public final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    MailRefused(String message) {
        super(message);
    }
}
