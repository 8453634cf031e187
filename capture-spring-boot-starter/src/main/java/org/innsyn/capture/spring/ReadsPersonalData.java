package org.innsyn.capture.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.innsyn.capture.Identifier;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.Operation;

/**
 * A method of a Spring bean that reads, changes or passes on personal data. Each call is captured as one access of the current actor
 * ({@link ActorProvider}).
 *
 * <p>Whose data it is, {@link #subjects} says. Named by the parameters, the access is captured before the method runs; named by the result, before
 * the caller gets it. When it cannot be captured, {@link NotCaptured} is thrown in place of the result. For a change, name the people by the
 * parameters: a result is known only when the change is made.
 *
 * <p>Works for calls from other beans. Calls within the same object are not seen, and a method that could not be watched (private, final,
 * static) keeps the application from starting. Attributes marked SpEL are expressions over the parameters ({@code #account}) and, once there
 * is one, {@code #result}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsPersonalData {

    /** Where in the access control table the data stands ("/customers/contact"). */
    String object();

    /** Data categories ("contact-details"). */
    String[] categories();

    /** Why ("support.case"). */
    String purpose();

    /** On what ground (GDPR Art. 6(1)), for example "contract". */
    String legalBasis();

    Operation operation() default Operation.READ;

    /**
     * SpEL: whose data it is. A {@link org.innsyn.capture.Subject}, something that {@link HasDataSubject}, or a text of the kind {@link #identifiedBy}
     * says; or a collection, array, map's values or Optional of these. A result with nobody in it is nobody's data, and not captured.
     */
    String subjects() default "#result";

    /** What kind of identifier a text is. */
    Identifier.Type identifiedBy() default Identifier.Type.ACCOUNT;

    /** SpEL: the case it is done for. */
    String caseReference() default "";

    /** SpEL: the actor's own words. */
    String justification() default "";

    /** SpEL: for a disclosure, the named recipient. */
    String recipient() default "";

    /** SpEL: which record in the application. */
    String recordReference() default "";

    /** Which fields are touched. */
    String[] fields() default {};

    Mode mode() default Mode.BEFORE;

    /** When an access is safe. */
    enum Mode {
        /** On the disk before the data is handed out: for people's accesses. */
        BEFORE,
        /** Beside the work, on the disk a moment later: for programs that touch very many people. Waits for room instead of failing. */
        AFTER
    }
}
