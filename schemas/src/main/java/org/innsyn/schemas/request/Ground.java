package org.innsyn.schemas.request;

import java.util.List;

/**
 * A ground on which an item is kept, left out or declined.
 *
 * @param key its key ("bookkeeping-law")
 * @param text the ground in plain words with its source, in English
 * @param iri what it is in the W3C Data Privacy Vocabulary
 * @param outcomes for which outcomes it can be named
 * @param rights with which rights
 */
public record Ground(String key, String text, String iri, List<Outcome> outcomes, List<Right> rights) {}
