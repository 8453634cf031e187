package org.innsyn.capture.spring;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.innsyn.capture.Capture;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts the capturing around every bean with annotated methods, outside everything else: what a transaction, a cache or a retry makes of the
 * method is what is handed out.
 */
final class ReadsPersonalDataPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

    ReadsPersonalDataPostProcessor(ObjectProvider<Capture> capture, ObjectProvider<ActorProvider> actors) {
        setProxyTargetClass(true);
        setBeforeExistingAdvisors(true);
        advisor = new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, ReadsPersonalData.class, true), new CapturingInterceptor(capture, actors));
    }

    /** Checks what can be checked before anything runs: an access that could never be captured must not wait for its first call. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        var type = AopUtils.getTargetClass(bean);
        if (AnnotationUtils.isCandidateClass(type, ReadsPersonalData.class)) {
            for (var method : ReflectionUtils.getAllDeclaredMethods(type)) {
                if (!method.isBridge() && AnnotatedElementUtils.hasAnnotation(method, ReadsPersonalData.class)) {
                    check(method, type);
                }
            }
        }
        return super.postProcessAfterInitialization(bean, name);
    }

    private static void check(Method method, Class<?> type) {
        if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL | Modifier.STATIC)) != 0 || Modifier.isFinal(type.getModifiers())) {
            throw new BeanInitializationException(method + " reads personal data and cannot be watched: it, or its class, is private, final or static");
        }
        try {
            AccessDescription.of(method);
        } catch (RuntimeException e) {
            throw new BeanInitializationException(method + " reads personal data and does not say so in a way that can be captured: " + e.getMessage(), e);
        }
    }
}
