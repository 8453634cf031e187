package org.innsyn.capture.spring;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.innsyn.capture.Access;
import org.innsyn.capture.Actor;
import org.innsyn.capture.NotCaptured;
import org.innsyn.capture.Operation;
import org.innsyn.capture.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** What an annotation says, read once. */
record AccessDescription(
        Method method,
        ReadsPersonalData says,
        Expression subjects,
        @Nullable Expression caseReference,
        @Nullable Expression justification,
        @Nullable Expression recipient,
        @Nullable Expression recordReference) {

    private static final SpelExpressionParser PARSER = new SpelExpressionParser();
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final String RESULT = "result";

    /** @throws IllegalArgumentException when what the annotation says could never be captured */
    static AccessDescription of(Method method) {
        var says = AnnotatedElementUtils.findMergedAnnotation(method, ReadsPersonalData.class);
        if (says == null) {
            throw new IllegalArgumentException("it has no @ReadsPersonalData");
        }
        var description = new AccessDescription(method, says, PARSER.parseExpression(says.subjects()), parsed(says.caseReference()), parsed(says.justification()),
                parsed(says.recipient()), parsed(says.recordReference()));
        description.check();
        return description;
    }

    private static @Nullable Expression parsed(String expression) {
        return expression.isEmpty() ? null : PARSER.parseExpression(expression);
    }

    private void check() {
        if (needsResult() && isLazy(method.getReturnType())) {
            throw new IllegalArgumentException("its result comes later than it returns; name the people by its parameters, or return a list");
        }
        if (needsResult() && method.getReturnType() == void.class) {
            throw new IllegalArgumentException("it returns nothing; name the people by its parameters");
        }
        if (says.operation() == Operation.DISCLOSE && recipient == null) {
            throw new IllegalArgumentException("a disclosure names its recipient");
        }
        constants().to(Subject.account("x")).by(Actor.system("x")).recipient("x").build();
    }

    private static boolean isLazy(Class<?> type) {
        return Future.class.isAssignableFrom(type) || java.util.concurrent.CompletionStage.class.isAssignableFrom(type) || BaseStream.class.isAssignableFrom(type)
                || Iterator.class.isAssignableFrom(type) || java.util.concurrent.Flow.Publisher.class.isAssignableFrom(type)
                || type.getName().startsWith("reactor.core.publisher.") || type.getName().equals("org.reactivestreams.Publisher");
    }

    /** Whether only the result says whose data it is. */
    boolean needsResult() {
        return says.subjects().contains("#" + RESULT);
    }

    ReadsPersonalData.Mode mode() {
        return says.mode();
    }

    /**
     * The access a call is.
     *
     * @param result what it gave; null while it is not made
     * @throws NotCaptured when it cannot be said whose data it is or who is at work: nothing must be handed out then
     */
    Access access(@Nullable Object target, @Nullable Object[] arguments, @Nullable Object result, ActorProvider actors) {
        try {
            var context = new MethodBasedEvaluationContext(target, method, arguments, NAMES);
            context.setVariable(RESULT, result);
            var people = Subjects.of(subjects.getValue(context), says.identifiedBy());
            return constants().to(people).by(actors.actor()).clientAddress(actors.clientAddress())
                    .caseReference(text(caseReference, context)).justification(text(justification, context))
                    .recipient(text(recipient, context)).recordReference(text(recordReference, context)).build();
        } catch (RuntimeException e) {
            throw new NotCaptured("the access of " + method.getDeclaringClass().getSimpleName() + "." + method.getName() + " cannot be described (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private Access.Builder constants() {
        return Access.of(says.operation(), says.object()).categories(says.categories()).purpose(says.purpose(), says.legalBasis()).fields(says.fields());
    }

    private static @Nullable String text(@Nullable Expression expression, EvaluationContext context) {
        var value = expression == null ? null : expression.getValue(context);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
