package org.innsyn.ui.findings;

import org.innsyn.schemas.oversight.FindingView;
import org.innsyn.schemas.oversight.Unreported;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** A finding in sentences for staff: in the words of the access control table, because "your invoices" are somebody else's. */
final class FindingWords {

    private final Words words;

    FindingWords(Words words) {
        this.words = words;
    }

    /** What happened, by whom and how often. */
    String sentence(FindingView finding) {
        var who = finding.actor() == null ? words.say("findings.somebody") : Words.quoted(finding.actor());
        return switch (finding.kind()) {
            case OUTSIDE_POLICY, UNJUSTIFIED_BREAK_GLASS, AFTER_ERASURE, UNDER_RESTRICTION -> words.say("findings.said." + Words.name(finding.kind()), who,
                    finding.occurrences(), String.valueOf(finding.object()), String.valueOf(finding.purpose()));
            case UNKNOWN_STAFF -> words.say("findings.said.unknown-staff", who, finding.occurrences());
            case CONTRADICTED_CLAIM -> words.say("findings.said.contradicted-claim", who, finding.occurrences(), String.valueOf(finding.source()));
            case MASS_READING -> words.say("findings.said.mass-reading", who, figure(finding, "people"), figure(finding, "usual"), figure(finding, "threshold"));
            case CLOCK_SKEW -> words.say("findings.said.clock-skew", String.valueOf(finding.source()), figure(finding, "seconds-ahead") / 60, finding.occurrences());
            case SEQUENCE_GAP -> words.say("findings.said.sequence-gap", String.valueOf(finding.source()), all(finding), figure(finding, "first"), figure(finding, "last"))
                    + arrival(finding);
            case MISSING_PART -> words.say("findings.said.missing-part", String.valueOf(finding.source()), all(finding), figure(finding, "reads")) + arrival(finding);
        };
    }

    private static long all(FindingView finding) {
        return figure(finding, "missing") + figure(finding, "arrived");
    }

    /** What came after all. */
    private String arrival(FindingView finding) {
        return figure(finding, "arrived") == 0 ? "" : " " + words.say("findings.said.arrived", figure(finding, "arrived"), figure(finding, "missing"));
    }

    /** One range of what is missing. */
    String range(Unreported range, Moments moments) {
        var name = range.read() == null ? "" : ".part";
        return words.say("findings.unreported" + name, range.first(), range.last(), range.last() - range.first(), range.read() == null ? "" : range.read().substring(0, 8))
                + (range.arrivedAt() == null ? "" : " " + words.say("findings.unreported.came", moments.exact(range.arrivedAt())));
    }

    private static long figure(FindingView finding, String name) {
        return finding.figures().getOrDefault(name, 0L);
    }
}
