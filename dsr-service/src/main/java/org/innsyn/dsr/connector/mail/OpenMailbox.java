package org.innsyn.dsr.connector.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.innsyn.dsr.connector.link.GuardedSockets;

/** A conversation about one mailbox. */
record OpenMailbox(IMAPStore store, GuardedSockets sockets) implements AutoCloseable {

    /** Does something in it; a problem tells when an answer was refused. */
    <T, E extends Exception> T ask(Work<T, E> work) throws MessagingException, E {
        try {
            return work.in(store);
        } catch (MessagingException e) {
            if (sockets.refused().isPresent()) {
                throw new MessagingException("refused", sockets.refused().get());
            }
            throw e;
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }

    interface Work<T, E extends Exception> {
        T in(IMAPStore store) throws MessagingException, E;
    }
}
