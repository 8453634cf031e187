package org.innsyn.local;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.constant.ClassDesc;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A body that a route's command can be read from and that is not meant to be carried out: its numbers are -1, which is never the newest
 * version, its lists are empty. Made from the record the published interface takes, so that a new command needs nothing here.
 */
final class CommandBody {

    private final ClassFiles schemas = new ClassFiles("schemas");
    private final String id;

    /** @param id what an id in a command names */
    CommandBody(String id) {
        this.id = id;
    }

    /** @param method of a published interface */
    String of(MethodModel method) {
        for (ClassDesc parameter : method.methodTypeSymbol().parameterList()) {
            if (parameter.descriptorString().equals("Ljava/util/List;")) {
                return "[]";
            }
            var record = type(parameter).filter(type -> type.findAttribute(Attributes.record()).isPresent());
            if (record.isPresent()) {
                return json(record.get());
            }
        }
        return "{}";
    }

    private String json(ClassModel record) {
        return record.findAttribute(Attributes.record()).orElseThrow().components().stream()
                .map(component -> "\"" + component.name().stringValue() + "\": " + value(component))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(RecordComponentInfo component) {
        return switch (component.descriptor().stringValue()) {
            case "J", "I" -> "-1";
            case "Z" -> "false";
            case "Ljava/lang/String;" -> "\"not meant to be carried out\"";
            case "Ljava/util/UUID;" -> "\"" + id + "\"";
            case "Ljava/util/List;" -> "[]";
            case "Ljava/util/Map;" -> "{}";
            case "Ljava/time/Instant;" -> "\"2026-01-01T00:00:00Z\"";
            case "Ljava/time/LocalDate;" -> "\"2026-01-01\"";
            case "Ljava/time/ZoneId;" -> "\"Europe/Oslo\"";
            default -> type(component.descriptorSymbol()).map(this::own).orElse("null");
        };
    }

    private String own(ClassModel type) {
        return type.findAttribute(Attributes.record()).isPresent() ? json(type) : "\"" + firstConstant(type) + "\"";
    }

    /** As the wire names it. */
    private static String firstConstant(ClassModel type) {
        return type.fields().stream()
                .map(field -> ClassFiles.annotation(field, "JsonProperty"))
                .flatMap(Optional::stream)
                .map((Annotation named) -> ClassFiles.text(named, "value"))
                .findFirst().orElseThrow();
    }

    private Optional<ClassModel> type(ClassDesc type) {
        return type.isClassOrInterface() ? schemas.named(type.descriptorString().substring(1, type.descriptorString().length() - 1)) : Optional.empty();
    }
}
