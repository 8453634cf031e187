package org.innsyn.ui.start;

import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.accesslog.AccessLogPage;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Facets;
import org.innsyn.ui.words.Words;

/** The sentence that answers "who looked at my data?" */
final class Answer {

    private Answer() {}

    /** @param month the log of the last 30 days; only its counts are used */
    static String to(AccessLogPage month, Words words) {
        var facets = new Facets(month.facets());
        if (facets.people() + facets.systems() == 0) {
            boolean oneself = facets.count("actorKind", ActorKind.SUBJECT) > 0;
            return words.say(!month.state().complete() ? "start.nobody-yet" : oneself ? "start.nobody-else" : "start.nobody");
        }
        long outside = facets.count("verdict", Verdict.OUTSIDE_POLICY);
        var counts = words.say("start.answer", facets.people(), facets.systems());
        return counts + " " + (outside == 0 ? words.say("start.within") : words.say("start.outside", outside));
    }
}
