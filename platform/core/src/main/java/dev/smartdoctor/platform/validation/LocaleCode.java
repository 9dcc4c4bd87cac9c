package dev.smartdoctor.platform.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** One of the languages that the product speaks: en, es, hi, ar. Null is valid: combine with {@code @NotNull}. */
@Documented
@Constraint(validatedBy = LocaleCodeValidator.class)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE,
        ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface LocaleCode {

    String message() default "must be one of en, es, hi, ar";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
