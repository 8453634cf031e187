package org.innsyn.dsr.connector;

import org.innsyn.dsr.request.Language;

/**
 * What people call something.
 *
 * @param en in English
 * @param nb in Norwegian Bokmål
 */
public record Title(String en, String nb) {

    /** The same in every language: for what is described in one only. */
    public static Title of(String text) {
        return new Title(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case NB -> nb;
        };
    }
}
