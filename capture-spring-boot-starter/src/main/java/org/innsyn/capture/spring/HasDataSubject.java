package org.innsyn.capture.spring;

import org.innsyn.capture.Subject;

/** Something that holds one person's data and says whose: an entity, a row, an answer. */
public interface HasDataSubject {

    Subject dataSubject();
}
