package org.innsyn.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a module's compiled classes say of themselves, read without loading them: nothing of a service is on a test's class path. */
final class ClassFiles {

    private static final Path CHECKOUT = Path.of(System.getProperty("innsyn.root"));

    private final Path classes;

    ClassFiles(String module) {
        classes = CHECKOUT.resolve(module).resolve("target/classes");
    }

    List<ClassModel> all() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().map(ClassFiles::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name with slashes */
    Optional<ClassModel> named(String name) {
        Path file = classes.resolve(name + ".class");
        return Files.exists(file) ? Optional.of(parse(file)) : Optional.empty();
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The annotations of a class or method, by simple name. */
    static Optional<Annotation> annotation(java.lang.classfile.AttributedElement element, String simpleName) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .flatMap(found -> found.annotations().stream().filter(each -> each.className().stringValue().endsWith("/" + simpleName + ";")).findFirst());
    }

    /** The text of an annotation's value, or of one of the other names; empty text where it has none. */
    static String text(Annotation annotation, String... names) {
        for (String name : names) {
            for (var element : annotation.elements()) {
                if (element.name().stringValue().equals(name)) {
                    return text(element.value());
                }
            }
        }
        return "";
    }

    private static String text(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfString string -> string.stringValue();
            case AnnotationValue.OfArray array when array.values().size() == 1 -> text(array.values().getFirst());
            default -> throw new IllegalStateException("a mapping with several addresses: teach this test to read them");
        };
    }
}
