package org.innsyn.dsr.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.web.Problem;
import org.innsyn.schemas.request.RequestView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A request's version as its entity tag: answered with every request, and checked where a command names one (RFC 9110 section 13.1.1). What decides
 * between two commands at once is the version in their bodies, under the request's lock; this refuses the late one sooner.
 */
@ControllerAdvice
@Configuration(proxyBeanMethods = false)
class Versions implements ResponseBodyAdvice<RequestView>, HandlerInterceptor, WebMvcConfigurer {

    private final RequestHistories histories;

    Versions(RequestHistories histories) {
        this.histories = histories;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/requests/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest call, HttpServletResponse response, Object handler) {
        var wanted = call.getHeader(HttpHeaders.IF_MATCH);
        if (wanted != null && !wanted.equals("*") && call.getMethod().equals("POST")
                && call.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            histories.find(new RequestId(UUID.fromString(id)))
                    .filter(request -> !wanted.equals(tag(request.version())))
                    .ifPresent(_ -> {
                        throw new Problem(412, "stale", "Changed in the meantime",
                                "Somebody changed this request in the meantime. Nothing was changed; look at it again and decide anew.");
                    });
        }
        return true;
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return returnType.getParameterType() == RequestView.class;
    }

    @Override
    public @Nullable RequestView beforeBodyWrite(
            @Nullable RequestView body, MethodParameter returnType, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest call, ServerHttpResponse response) {
        if (body != null) {
            response.getHeaders().setETag(tag(body.version()));
        }
        return body;
    }
}
