package dev.smartdoctor.platform.validation;

import java.util.Set;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides {@link LocaleCode}. Public, since the validation engine makes it by reflection. */
public class LocaleCodeValidator implements ConstraintValidator<LocaleCode, String> {
    private static final Set<String> SPOKEN = Set.of("en", "es", "hi", "ar");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null || SPOKEN.contains(value);
    }
}
