package dev.ephor.events;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an event in which something is null that the record does not declare {@code @Nullable}:
 * Jackson fills absent members with null, and a consumer should not have to look.
 */
final class Required {
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(
                                    c ->
                                            !c.getType().isPrimitive()
                                                    && !isNullable(c.getAnnotatedType()))
                            .toList();
                }
            };

    private Required() {}

    /**
     * @throws IllegalArgumentException naming the first member that is missing
     */
    static void check(Record event) {
        for (RecordComponent component : COMPONENTS.get(event.getClass())) {
            Object value = read(component, event);
            if (value == null) {
                throw new IllegalArgumentException("'" + component.getName() + "' is missing");
            }
            if (value instanceof Record nested
                    && nested.getClass().getPackage() == Required.class.getPackage()) {
                check(nested);
            }
        }
    }

    static void check(Event event) {
        check((Record) event);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
