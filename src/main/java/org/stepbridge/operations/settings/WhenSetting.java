package org.stepbridge.operations.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Takes a configuration only when a setting is, or is not, given a value; an empty one is none. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSetting.class)
public @interface WhenSetting {
    /** A property's name. */
    String value();

    /** Whether it must have a value, or must have none. */
    boolean set();
}
