package org.innsyn.dsr.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a mail server says became of a letter (RFC 3464), as far as it matters here. Anything else a message says is let go: it comes from outside, and a
 * person's own mailbox may have written it.
 *
 * @param notice the letter it names: by the envelope id it was sent with (RFC 3461), or by its Message-ID
 * @param failed whether nobody tries any more; otherwise it is late, and still tried
 * @param status the enhanced status code (RFC 3463): "5.1.1"
 */
record DeliveryReport(UUID notice, boolean failed, String status) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(\\s.*)?", Pattern.DOTALL);
    private static final int MOST_PARTS = 8;
    private static final int MOST_RECIPIENTS = 20;

    /**
     * Reads one; empty for every message that is none, names no letter, or names two.
     *
     * @param message as it came in; may be cut off
     */
    static Optional<DeliveryReport> of(byte[] message) {
        try {
            var in = new ByteArrayInputStream(message);
            var headers = new InternetHeaders(in);
            var type = new ContentType(String.valueOf(headers.getHeader("Content-Type", null)));
            if (!type.match("multipart/report") || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))) {
                return Optional.empty();
            }
            return of(new MimeMultipart(new ByteArrayDataSource(in, type.toString())));
        } catch (MessagingException | IOException | RuntimeException e) {
            // Whatever a stranger wrote is no reason to stop reading, and nothing of it goes into a log.
            return Optional.empty();
        }
    }

    private static Optional<DeliveryReport> of(MimeMultipart report) throws MessagingException, IOException {
        Set<UUID> named = new HashSet<>();
        List<InternetHeaders> groups = List.of();
        for (int i = 0; i < Math.min(MOST_PARTS, report.getCount()); i++) {
            var part = (MimePart) report.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                groups = groups(part);
                id(groups.isEmpty() ? null : groups.getFirst().getHeader("Original-Envelope-Id", null)).ifPresent(named::add);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822-headers")) {
                var returned = new InternetHeaders(part.getInputStream()).getHeader("Message-ID", null);
                id(returned == null ? null : returned.strip().replaceFirst("^<([^<>@]*)@[^<>@]*>$", "$1")).ifPresent(named::add);
            }
        }
        return named.size() == 1 ? verdict(named.iterator().next(), groups) : Optional.empty();
    }

    /** The first group is about the message, each further one about a recipient; a letter of ours has one. */
    private static List<InternetHeaders> groups(MimePart part) throws MessagingException, IOException {
        var groups = new ArrayList<InternetHeaders>();
        var in = new BufferedInputStream(part.getInputStream());
        while (groups.size() <= MOST_RECIPIENTS) {
            in.mark(1);
            if (in.read() < 0) {
                break;
            }
            in.reset();
            groups.add(new InternetHeaders(in));
        }
        return groups;
    }

    private static Optional<DeliveryReport> verdict(UUID notice, List<InternetHeaders> groups) {
        Optional<DeliveryReport> verdict = Optional.empty();
        for (var group : groups) {
            var status = STATUS.matcher(String.valueOf(group.getHeader("Status", null)).strip());
            boolean failed = "failed".equalsIgnoreCase(word(group, "Action"));
            if (status.matches() && (failed && !status.group(1).startsWith("2") || "delayed".equalsIgnoreCase(word(group, "Action")))
                    && (verdict.isEmpty() || failed)) {
                verdict = Optional.of(new DeliveryReport(notice, failed, status.group(1)));
            }
        }
        return verdict;
    }

    private static String word(InternetHeaders group, String name) {
        return String.valueOf(group.getHeader(name, null)).strip();
    }

    private static Optional<UUID> id(String text) {
        return text == null || !ID.matcher(text.strip()).matches() ? Optional.empty() : Optional.of(UUID.fromString(text.strip()));
    }
}
