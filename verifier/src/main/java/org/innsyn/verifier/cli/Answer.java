package org.innsyn.verifier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;

/**
 * What is said about one thing that was checked.
 *
 * @param subject the file or log, as it was named
 * @param lines for people
 * @param details for programs
 */
record Answer(String subject, Verdict verdict, List<String> lines, Map<String, Json> details) {

    private static final String FILE = "This file does not match the signed log. It was changed after it was made, or it is not ours."
            + " Nothing else is known from this file.";
    private static final String LOG = "This log does not match what it signed. Nothing it says should be relied on; keep a copy of it as it is.";

    static Answer good(String subject, List<String> lines, Map<String, Json> details) {
        return new Answer(subject, Verdict.GOOD, lines, details);
    }

    /** What is said of it in a word or a few. */
    String headline() {
        boolean borrowed = verdict == Verdict.GOOD && Stream.of("keyWasGiven", "copyKeyWasGiven").anyMatch(each -> new Json.Truth(false).equals(details.get(each)));
        return borrowed ? "good by its own key" : verdict.word();
    }

    static Answer badFile(String subject, Rejected bad) {
        return bad(subject, FILE, bad);
    }

    static Answer badLog(String subject, Rejected bad) {
        return bad(subject, LOG, bad);
    }

    private static Answer bad(String subject, String meaning, Rejected bad) {
        return new Answer(
                subject,
                Verdict.BAD,
                List.of(meaning, "What does not hold: " + bad.where() + ". " + bad.getMessage()),
                Map.of("where", new Json.Text(bad.where()), "why", new Json.Text(bad.getMessage())));
    }

    static Answer unusable(String subject, Unusable unusable) {
        return new Answer(subject, Verdict.UNUSABLE, List.of(unusable.getMessage()), Map.of("why", new Json.Text(unusable.getMessage())));
    }

    Json json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("subject", new Json.Text(subject));
        members.put("result", new Json.Text(verdict.word()));
        members.putAll(details);
        return new Json.Members(members);
    }
}
