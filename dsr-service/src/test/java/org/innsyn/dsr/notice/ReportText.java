package org.innsyn.dsr.notice;

/** What a mail server writes when a letter cannot be delivered (RFC 3464). */
public final class ReportText {

    private ReportText() {}

    /** A whole report that names a letter by its Message-ID. */
    public static String about(String messageId, String action, String status) {
        return report("Final-Recipient: rfc822; ann@post.example\nAction: %s\nStatus: %s\nDiagnostic-Code: smtp; %s as it is\n".formatted(action, status, status.replace(".", "")), "",
                "Content-Type: text/rfc822-headers\n\nSubject: Your request\nMessage-ID: " + messageId + "\nTo: ann@post.example\n");
    }

    /**
     * A report in its parts.
     *
     * @param recipient the fields about a recipient
     * @param message further fields about the message
     * @param returned the part with what is returned
     */
    public static String report(String recipient, String message, String returned) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: returned@innsyn.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="4d0f/mx.example"

                This is a MIME-encapsulated message.

                --4d0f/mx.example
                Content-Type: text/plain; charset=utf-8

                I'm sorry to have to tell you that it could not be delivered.

                --4d0f/mx.example
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                %sArrival-Date: Mon, 1 Jun 2026 10:00:00 +0000 (UTC)

                %s
                --4d0f/mx.example
                %s
                --4d0f/mx.example--
                """.formatted(message, recipient, returned).replace("\n", "\r\n");
    }
}
