package org.innsyn.capture.spring;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.innsyn.capture.Access;
import org.innsyn.capture.Capture;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;

/** Captures a call before its result is handed out, or before it is made where the parameters say whose data it is about. */
final class CapturingInterceptor implements MethodInterceptor {

    private final ObjectProvider<Capture> capture;
    private final ObjectProvider<ActorProvider> actors;
    private final Map<Method, AccessDescription> descriptions = new ConcurrentHashMap<>();

    CapturingInterceptor(ObjectProvider<Capture> capture, ObjectProvider<ActorProvider> actors) {
        this.capture = capture;
        this.actors = actors;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var target = call.getThis();
        var method = target == null ? call.getMethod() : AopUtils.getMostSpecificMethod(call.getMethod(), target.getClass());
        var description = descriptions.computeIfAbsent(method, AccessDescription::of);
        if (!description.needsResult()) {
            capture(description, description.access(target, call.getArguments(), null, actors.getObject()));
            return call.proceed();
        }
        var result = call.proceed();
        var found = Subjects.present(result);
        if (found != null) {
            capture(description, description.access(target, call.getArguments(), found, actors.getObject()));
        }
        return result;
    }

    private void capture(AccessDescription description, Access access) {
        switch (description.mode()) {
            case BEFORE -> capture.getObject().before(access);
            case AFTER -> capture.getObject().after(access);
        }
    }
}
