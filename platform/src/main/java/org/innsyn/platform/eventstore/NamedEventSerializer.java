package org.innsyn.platform.eventstore;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes events as JSON under their logical names instead of their class names. */
final class NamedEventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    NamedEventSerializer(EventTypes types) {
        super(Jackson3Serializer.builder());
        this.types = types;
    }

    @Override
    public SerializedType typeForClass(Class type) {
        if (type == null) {
            return super.typeForClass(null);
        }
        var stored = (StoredAs) type.getAnnotation(StoredAs.class);
        return stored == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        var known = types.named(type.getName());
        if (known.isEmpty()) {
            return super.classForType(type);
        }
        var revision = Integer.toString(known.get().getAnnotation(StoredAs.class).revision());
        // An older revision that no upcaster raised must not be read with the newer shape.
        return revision.equals(type.getRevision()) ? known.get() : UnknownSerializedType.class;
    }
}
