package org.stepbridge.web;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says of the schemas of records which fields may be null; all of them are always there. */
@SuppressWarnings("rawtypes") // as the library has them
final class AlwaysThere {
    private AlwaysThere() {}

    static void require(Map<String, Schema> schemas, Class<?>... records) {
        Arrays.stream(records).forEach(type -> record(schemas, type));
    }

    private static void record(Map<String, Schema> schemas, Class<?> type) {
        Schema<?> schema = type.isRecord() ? schemas.get(type.getSimpleName()) : null;
        if (schema == null) {
            return;
        }
        schema.setRequired(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                Objects.requireNonNull(schema.getProperties().get(component.getName()))
                        .addType("null");
            }
            of(component.getAnnotatedType()).forEach(inner -> record(schemas, inner));
        }
    }

    private static List<Class<?>> of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType several) {
            return Arrays.stream(several.getAnnotatedActualTypeArguments())
                    .<Class<?>>flatMap(inner -> of(inner).stream())
                    .toList();
        }
        return type.getType() instanceof Class<?> one ? List.of(one) : List.of();
    }
}
