package org.innsyn.capture.spring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.innsyn.capture.Identifier;
import org.innsyn.capture.Subject;
import org.jspecify.annotations.Nullable;

/** Makes people out of what an expression gives. */
final class Subjects {

    private Subjects() {}

    /** What is in a result, or null when there is nothing: nobody was found. */
    static @Nullable Object present(@Nullable Object result) {
        return switch (result) {
            case null -> null;
            case Optional<?> optional -> present(optional.orElse(null));
            case Iterable<?> many when !many.iterator().hasNext() -> null;
            case Map<?, ?> map when map.isEmpty() -> null;
            case Object[] array when array.length == 0 -> null;
            default -> result;
        };
    }

    /** @throws IllegalArgumentException when it is none of the things that name people */
    static List<Subject> of(@Nullable Object named, Identifier.Type textType) {
        var people = new ArrayList<Subject>();
        add(people, named, textType);
        return people;
    }

    private static void add(List<Subject> people, @Nullable Object named, Identifier.Type textType) {
        switch (named) {
            case null -> throw new IllegalArgumentException("nobody is named where somebody must be");
            case Subject subject -> people.add(subject);
            case HasDataSubject holder -> people.add(holder.dataSubject());
            case CharSequence text -> people.add(Subject.of(textType, text.toString()));
            case Optional<?> optional -> optional.ifPresent(each -> add(people, each, textType));
            case Iterable<?> many -> many.forEach(each -> add(people, each, textType));
            case Map<?, ?> map -> map.values().forEach(each -> add(people, each, textType));
            case Object[] array -> Arrays.asList(array).forEach(each -> add(people, each, textType));
            default -> throw new IllegalArgumentException("a " + named.getClass().getName() + " does not say whose data it holds; let it implement HasDataSubject, or name the people by an expression");
        }
    }
}
