package org.innsyn.ui.entry;

import org.innsyn.schemas.accesslog.AccessLogPage.IndexState;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** Says how complete what is shown is, for a customer ({@code mine}) or for staff ({@code all}). */
public final class Completeness {

    private Completeness() {}

    /** "Complete: all 312 entries recorded about you up to 14:06 today can be found here." */
    public static String mine(IndexState state, Words words, Moments moments) {
        return say("mine", state, words, moments);
    }

    public static String all(IndexState state, Words words, Moments moments) {
        return say("all", state, words, moments);
    }

    private static String say(String whose, IndexState state, Words words, Moments moments) {
        var said = found(whose, state, words, moments.timeAndDay(state.completeUpTo()));
        return state.ended() == 0 ? said : said + " " + words.say("ended", state.ended());
    }

    private static String found(String whose, IndexState state, Words words, String upTo) {
        if (state.complete()) {
            return words.say("complete." + whose, state.recorded(), upTo);
        }
        // Where nothing can be found yet, there is no moment up to which all can.
        return state.indexed() == 0 ? words.say("not-yet." + whose, state.recorded()) : words.say("behind." + whose, state.indexed(), state.recorded(), upTo);
    }
}
