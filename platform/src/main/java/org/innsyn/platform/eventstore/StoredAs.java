package org.innsyn.platform.eventstore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logical name an event is stored under, so that moving or renaming its class changes nothing in the store. A changed shape is a
 * new revision with an upcaster; a released one is never edited.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** For example {@code ledger.AccessRecorded}. */
    String name();

    /** Counts up from 1. */
    int revision() default 1;
}
