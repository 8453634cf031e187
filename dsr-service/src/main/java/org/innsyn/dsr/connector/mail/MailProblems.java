package org.innsyn.dsr.connector.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.link.AnswerRefused;

/** Says what went wrong with a mail server without what it said: that may quote names and mail. */
record MailProblems(String system) {

    SystemUnavailable unchanged(MessagingException problem) {
        return new SystemUnavailable("The mail server %s did not do what it was asked (%s). Nothing was changed there.".formatted(system, kind(problem)));
    }

    SystemUnavailable elsewhere(MessagingException problem) {
        return new SystemUnavailable("The mail server %s or the account elsewhere did not do what it was asked (%s). What was put there stays; the rest is when it is tried again."
                .formatted(system, kind(problem)));
    }

    SystemUnavailable half(MessagingException problem) {
        return new SystemUnavailable("The mail server %s did not do all it was asked (%s). A part may be removed already; the rest is when it is tried again."
                .formatted(system, kind(problem)));
    }

    private static String kind(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerRefused refused) {
                return refused.getMessage();
            }
        }
        return problem instanceof AuthenticationFailedException ? "it refused the sign-in" : problem.getClass().getSimpleName();
    }
}
