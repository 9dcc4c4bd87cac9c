package dev.smartdoctor.platform.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** A person's name in any script: letters, marks, digits, spaces and the signs names really have; at most 120 code points. Null is valid: combine with {@code @NotNull}. */
@Documented
@Constraint(validatedBy = PersonNameValidator.class)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE,
        ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonName {

    String message() default "must be a person's name: letters of any script, spaces, apostrophes, hyphens, dots";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
