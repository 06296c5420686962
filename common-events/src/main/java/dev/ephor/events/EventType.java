package dev.ephor.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of an event on the wire ({@code ce_type}), such as {@code
 * dev.ephor.activation.requested.v1}. A change that an old consumer cannot read is a new record
 * with the next version, never an edit of the old one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    String value();
}
