package org.innsyn.dsr.connector.link;

import java.io.InputStream;

/** Looks at what a system says, in its own protocol's terms. */
@FunctionalInterface
public interface AnswerFilter {

    /** A stream of the same bytes that fails where they are not to be taken. */
    InputStream over(InputStream in);
}
