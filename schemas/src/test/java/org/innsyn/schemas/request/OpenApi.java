package org.innsyn.schemas.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** An OpenAPI 3.1 document as the interfaces and records say it, without a word of prose. */
final class OpenApi {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    OpenApi(Class<?>... apis) {
        Arrays.stream(apis).forEach(this::add);
    }

    Map<String, Object> document() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("paths", paths);
        parts.put("components", new LinkedHashMap<>(Map.of("schemas", schemas)));
        return parts;
    }

    private void add(Class<?> api) {
        var base = api.getAnnotation(HttpExchange.class).value();
        Arrays.stream(api.getMethods()).sorted(Comparator.comparing(Method::getName)).forEach(method -> {
            var get = method.getAnnotation(GetExchange.class);
            var post = method.getAnnotation(PostExchange.class);
            var path = base + (get != null ? get.value() + get.url() : post.value() + post.url());
            @SuppressWarnings("unchecked")
            var operations = (Map<String, Object>) paths.computeIfAbsent(path, _ -> new TreeMap<String, Object>());
            operations.put(get != null ? "get" : "post", operation(method, post != null));
        });
    }

    private Map<String, Object> operation(Method method, boolean command) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", method.getName());
        var parameters = new ArrayList<Object>();
        Map<String, Object> body = null;
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                body = content("application/json", schema(parameter.getAnnotatedType()));
            } else {
                parameters.add(parameter(parameter));
            }
        }
        if (command && method.getReturnType() == RequestView.class) {
            parameters.add(header("Idempotency-Key"));
            if (parameters.size() > 1 && method.getReturnType() == RequestView.class) {
                parameters.add(header("If-Match"));
            }
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (body != null) {
            body.put("required", true);
            operation.put("requestBody", body);
        }
        operation.put("responses", responses(method));
        return operation;
    }

    private Map<String, Object> responses(Method method) {
        var answer = method.getReturnType() == Resource.class
                ? content("application/zip", Map.of("type", "string", "format", "binary"))
                : content("application/json", schema(method.getAnnotatedReturnType()));
        if (method.getReturnType() == RequestView.class) {
            answer.put("headers", Map.of("ETag", Map.of("schema", Map.of("type", "string"))));
        }
        var responses = new LinkedHashMap<String, Object>();
        responses.put("200", answer);
        responses.put("default", content("application/problem+json", Map.of("type", "object")));
        return responses;
    }

    private static Map<String, Object> content(String type, Object schema) {
        return new LinkedHashMap<>(Map.of("content", Map.of(type, Map.of("schema", schema))));
    }

    private static Map<String, Object> header(String name) {
        return Map.of("name", name, "in", "header", "required", false, "schema", Map.of("type", "string"));
    }

    private Map<String, Object> parameter(Parameter parameter) {
        var variable = parameter.getAnnotation(PathVariable.class);
        var query = parameter.getAnnotation(RequestParam.class);
        return variable != null
                ? Map.of("name", variable.value(), "in", "path", "required", true, "schema", schema(parameter.getAnnotatedType()))
                : Map.of("name", query.value(), "in", "query", "required", false, "schema", schema(parameter.getAnnotatedType()));
    }

    private Object schema(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            var raw = ((ParameterizedType) annotated.getType()).getRawType();
            return raw == List.class
                    ? Map.of("type", "array", "items", schema(arguments[0]))
                    : Map.of("type", "object", "additionalProperties", schema(arguments[1]));
        }
        return schema(annotated.getType());
    }

    private Object schema(Type type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == byte[].class) {
            return Map.of("type", "string", "contentEncoding", "base64");
        }
        if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == int.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        var named = (Class<?>) type;
        if (!schemas.containsKey(named.getSimpleName())) {
            schemas.put(named.getSimpleName(), Map.of());
            schemas.put(named.getSimpleName(), named.isEnum() ? values(named) : record(named));
        }
        return Map.of("$ref", SCHEMAS + named.getSimpleName());
    }

    private static Map<String, Object> values(Class<?> type) {
        var values = Arrays.stream(type.getEnumConstants()).map(value -> wire(type, (Enum<?>) value)).toList();
        return Map.of("type", "string", "enum", values);
    }

    private static String wire(Class<?> type, Enum<?> value) {
        try {
            return type.getField(value.name()).getAnnotation(JsonProperty.class).value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> record(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }
}
