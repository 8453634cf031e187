package org.innsyn.dsr.connector.link;

import java.io.IOException;

/** A system answered in a way that is not taken. The message says which, and names nobody. */
public final class AnswerRefused extends IOException {

    private static final long serialVersionUID = 1L;

    public AnswerRefused(String message) {
        super(message);
    }
}
