package org.innsyn.capture;

/** The access as described could never be recorded. Found out before anything is captured; the message names the field, never its value. */
public final class InvalidAccess extends IllegalArgumentException {

    InvalidAccess(String message) {
        super(message);
    }
}
